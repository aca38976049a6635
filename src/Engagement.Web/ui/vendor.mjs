// Copies what vendor.json lists to wwwroot/lib and writes vendor.lock.json: package, version, licence and SHA-256 of every file.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const lib = join(here, '..', 'wwwroot', 'lib');
const lock = JSON.parse(readFileSync(join(here, 'vendor.json'), 'utf8')).map(entry => {
  const folder = join(here, 'node_modules', entry.package);
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (about.license !== entry.licence) {
    throw new Error(`${entry.package} ${about.version} says its licence is ${about.license}, not ${entry.licence}.`);
  }

  // A package without a licence file gets the one of its repository, kept here.
  let bytes = readFileSync(entry.own ? join(here, entry.own) : join(folder, entry.file));
  if (/\.(css|js)$/.test(entry.to)) {
    bytes = Buffer.from(bytes.toString('utf8').replace(/\n?\/[*/]# sourceMappingURL=.*$/m, '')); // the map is not shipped
  }

  mkdirSync(join(lib, dirname(entry.to)), { recursive: true });
  writeFileSync(join(lib, entry.to), bytes);
  return { file: entry.to, package: entry.package, version: about.version, licence: entry.licence, sha256: createHash('sha256').update(bytes).digest('hex') };
});
writeFileSync(join(here, 'vendor.lock.json'), JSON.stringify(lock, null, 2) + '\n');
