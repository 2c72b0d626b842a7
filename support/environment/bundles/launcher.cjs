#!/usr/bin/env node
// Starts the bundle in the folder above. What V8 made of it is kept, code that ran included: reading it all anew would
// take a tenth of a command's time. (Node's own compile cache, from Node 22, keeps what is compiled at once only.)
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const bundle = join(__dirname, '..', 'BUNDLE');
const { mtimeMs, size } = statSync(bundle);
const kept = join(dirname(bundle), 'compiled', `BUNDLE-${process.version}-${process.arch}-${size}-${mtimeMs}`);

function compiledBefore() {
  try {
    return readFileSync(kept);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written beside its place first: several commands may do so at once. */
function keep() {
  try {
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(`${kept}.${process.pid}`, script.createCachedData());
    renameSync(`${kept}.${process.pid}`, kept);
  } catch (error) {
    // Where packages were installed for reading only, each start compiles.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
}

const cachedData = compiledBefore();
const code = `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'utf8')}\n})`;
const script = new Script(code, { filename: bundle, ...(cachedData ? { cachedData } : {}) });
if (!cachedData || script.cachedDataRejected) process.once('exit', keep);
const loaded = { exports: {} };
script.runInThisContext()(loaded.exports, createRequire(bundle), loaded, bundle, dirname(bundle));
loaded.exports.main?.();
