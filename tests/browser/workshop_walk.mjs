// SPDX-License-Identifier: EUPL-1.2
// The walk through the whole life of a workshop, in a real browser and with real mail: a series after a
// template, topics, a guest speaker, registrations, the day itself, the report and what came of it. By a
// facilitator, a guest speaker without an account, two purchasers, a supplier and an editor; once in Dutch, with
// participants at the width of a phone, and once in English with nothing but the keyboard and no script.
//   node tests/browser/workshop_walk.mjs [WALK …]      names of walks: see `ways`; these two by default
import { takeWalks } from './journey.mjs';
import { after } from './workshop_walk_after.mjs';
import { day } from './workshop_walk_day.mjs';
import { planning } from './workshop_walk_planning.mjs';
import { preparing } from './workshop_walk_preparing.mjs';
import { tables } from './workshop_walk_tables.mjs';
import { textsOf } from './workshop_walk_texts.mjs';

const steps = { ...planning, ...preparing, ...day, ...tables, ...after };
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : ['nl', 'en-by-keyboard-without-script'];
await takeWalks(names, steps, textsOf, { together: true });
