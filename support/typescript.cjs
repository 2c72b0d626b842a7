// Loads TypeScript as ts-node compiles it, and keeps what was compiled. ts-node with its compilers takes 0.3 s and
// 150 MB of each process, and each start of a `cub` copies the tables of that memory (10 ms for 300 MB).
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { fileURLToPath } = require('node:url');

const root = join(__dirname, '..');
const kept = join(root, 'node_modules', '.cache', 'microtraderx', 'typescript');
const digest = (...parts) => createHash('sha256').update(parts.join('\0')).digest('hex');
const text = (...path) => readFileSync(join(root, ...path), 'utf8');
const recipe = digest(
  text('tsconfig.json'),
  readFileSync(__filename, 'utf8'),
  text('node_modules', 'ts-node', 'package.json'),
  text('node_modules', '@swc', 'core', 'package.json'),
);

let compiler;
const compiled = new Map();

/** The JavaScript of a file, with its source map; compiled unless that was done since the file changed. */
function javaScriptOf(file) {
  const source = readFileSync(file, 'utf8');
  const key = digest(recipe, file, source);
  const place = join(kept, digest(file));
  const known = contentOf(place);
  if (known?.startsWith(key)) return known.slice(key.length);
  compiler ??= require('ts-node').create({ cwd: root });
  const output = compiler.compile(source, file);
  keep(place, key + output);
  return output;
}

function contentOf(place) {
  try {
    return readFileSync(place, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written beside its place first: several processes may do so at once. */
function keep(place, content) {
  try {
    mkdirSync(kept, { recursive: true });
    const beside = `${place}.${process.pid}`;
    writeFileSync(beside, content);
    renameSync(beside, place);
  } catch (error) {
    // Where packages were installed for reading only, everything is compiled each time.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
}

require('@cspotcode/source-map-support').install({
  environment: 'node',
  retrieveFile: (place) => compiled.get(place.startsWith('file:') ? fileURLToPath(place) : place) ?? '',
});
require.extensions['.ts'] = (module, file) => {
  const output = javaScriptOf(file);
  compiled.set(file, output);
  module._compile(output, file);
};
