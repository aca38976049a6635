// Writes holidays.json from the npm package chinese-days: `npm ci && npm run generate` in this folder.
// Run when the State Council has published another year and the package has it; the result is checked in and reviewed like code.
import { createRequire } from 'node:module';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const root = dirname(require.resolve('chinese-days/package.json'));
const meta = JSON.parse(readFileSync(join(root, 'package.json')));
const years = readdirSync(join(root, 'dist/years')).filter(name => /^\d{4}\.json$/.test(name)).sort();

// A year's file may hold days of its neighbours: the package files a day by its holiday. Here a day belongs to its own year.
const days = { holidays: new Map(), workedWeekends: new Map() };
const known = new Set();
for (const name of years) {
    const year = JSON.parse(readFileSync(join(root, 'dist/years', name)));
    known.add(name.slice(0, 4));
    for (const [day, what] of Object.entries(year.holidays)) days.holidays.set(day, what.split(',')[1]);
    for (const [day, what] of Object.entries(year.workdays)) days.workedWeekends.set(day, what.split(',')[1]);
}

const weekend = day => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
for (const day of days.workedWeekends.keys()) if (!weekend(day)) throw new Error(`${day} is worked, but no Saturday or Sunday`);
for (const day of days.holidays.keys()) if (days.workedWeekends.has(day)) throw new Error(`${day} is a holiday and worked`);

const of = (map, year) => [...map].filter(([day]) => day.startsWith(year)).sort().map(([day, name]) => [day, name]);
const rows = [...known].sort().map(year => {
    const list = map => of(map, year).map(([day, name]) => `      "${day}": "${name}"`).join(',\n');
    return `    "${year}": {\n      "holidays": {\n${list(days.holidays).replaceAll(/^/gm, '  ')}\n      },\n      "workedWeekends": {\n${list(days.workedWeekends).replaceAll(/^/gm, '  ')}\n      }\n    }`;
});
const head = {
    source: 'npm:chinese-days, after the State Council\'s yearly notices on public holidays',
    version: meta.version,
    licence: meta.license,
};
writeFileSync(new URL('holidays.json', import.meta.url),
    `{\n${Object.entries(head).map(([key, value]) => `  "${key}": ${JSON.stringify(value)},`).join('\n')}\n  "years": {\n${rows.join(',\n')}\n  }\n}\n`);
console.log(`${known.size} years, ${days.holidays.size} holidays, ${days.workedWeekends.size} worked weekends`);
