// SPDX-License-Identifier: EUPL-1.2
// Places of the example network that the tests with a browser go by.

export const network = '/netwerken/ict-2018';
export const meeting = '/bijeenkomsten/ict-2018-bijeenkomst-4';
export const working = '/samenvattingen/ict-2018-samenvatting';
export const published = '/publicaties/ict-2018-samenvatting';
export const question = 'vraag-juridische-ruimte';

// As long as a title may be, and a word that has no place to break.
export const long = `Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ${'lang '.repeat(20)}`;
