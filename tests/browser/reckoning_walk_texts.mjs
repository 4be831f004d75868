// SPDX-License-Identifier: EUPL-1.2
// What the people in the walk along the reckoning type, in the language they type it in, and the list of
// devices that they bring: as an XLSX that LibreOffice made.
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const texts = {
    nl: {
        file: 'inventaris.xlsx',
        head: 'Assetnummer;Soort;Merk;Model;Aanschafjaar',
        kinds: ['Laptop', 'Beeldscherm', 'Smartphone'],
        reasons: ['101', 'Koffieapparaat', '201'],
        odd: 'Koffieapparaat',
        counted: '2.498',
        scenario: 'Onze 2.498 apparaten: nieuw, langer of gerefurbisht',
        network: 'Leernetwerk ICT 2018',
        tender: 'Laptops voor de scholen, 2027',
        case: {
            title: 'Eerst gerekend, toen gekozen voor gerefurbisht',
            context: 'Elke vier jaar kochten we alles nieuw. Niemand wist wat dat kostte.',
            bought: '1.000 gerefurbishte laptops.',
            approach: 'We telden eerst wat er staat en vergeleken drie routes.',
            criteria_used: 'Uitstoot over acht jaar, als gunningscriterium.',
            failed: 'Van de telefoons wisten we het jaar van aankoop niet.',
            again: 'Weer eerst tellen. De lijst een maand eerder opvragen.',
        },
    },
    en: {
        file: 'inventory.xlsx',
        head: 'Asset;Type;Brand;Model;Year of purchase',
        kinds: ['Laptop', 'Monitor', 'Smartphone'],
        reasons: ['101', 'Coffee machine', '201'],
        odd: 'Coffee machine',
        counted: '2,498',
        scenario: 'Our 2,498 devices: new, longer or refurbished',
        network: 'ICT learning network 2018',
        tender: 'Laptops for the schools, 2027',
        case: {
            title: 'Computed first, then chose refurbished',
            context: 'Every four years we bought everything new. Nobody knew what that cost.',
            bought: '1,000 refurbished laptops.',
            approach: 'We first counted what there is and compared three routes.',
            criteria_used: 'Emissions over eight years, as an award criterion.',
            failed: 'We did not know the year of purchase of the telephones.',
            again: 'Count first again. Ask for the list a month earlier.',
        },
    },
};

export function textsOf(language) {
    return texts[language];
}

/// 2,500 devices, one a row: two fifths laptops, two fifths screens, one fifth telephones; the rows 101 and 201
/// of the sheet are of a kind that is not known, and of none at all.
export async function inventory({ head, kinds, odd }) {
    const [laptop, screen, phone] = kinds;
    const rows = [head];
    for (let place = 0; place < 2500; place += 1) {
        const kind = [laptop, laptop, screen, screen, phone][place % 5];
        rows.push(`A${place};${kind};${kind === phone ? 'Apple' : 'Dell'};Model ${place % 7};${2017 + (place % 6)}`);
    }
    rows[100] = `A99;${odd};Philips;X;2019`;
    rows[200] = 'A199;;Dell;;2019';
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'kring-inventory-'));
    await fs.writeFile(path.join(folder, 'list.csv'), rows.join('\r\n'));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const asked = ['--headless', profile, '--convert-to', 'xlsx', '--infilter=CSV:59,34,76', '--outdir', folder];
    await run('soffice', [...asked, path.join(folder, 'list.csv')]);
    const bytes = await fs.readFile(path.join(folder, 'list.xlsx'));
    await fs.rm(folder, { recursive: true });
    return bytes;
}
