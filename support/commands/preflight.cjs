// Checks what has to be there before anything else of this project can run, so it is no TypeScript itself.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');
const { dependencies, engines } = require(join(root, 'package.json'));

function problem() {
  const wanted = engines.node.replace('>=', '').split('.').map(Number);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < wanted[0] || (major === wanted[0] && minor < (wanted[1] ?? 0)))
    return `Node ${process.versions.node} is too old.\n     to do: install Node ${wanted.join('.')} or newer, from https://nodejs.org`;
  const missing = Object.keys(dependencies).filter((name) => !existsSync(join(root, 'node_modules', name, 'package.json')));
  if (missing.length) return `Packages are not installed: ${missing.join(', ')}.\n     to do: npm ci`;
  return undefined;
}

const found = problem();
if (found) {
  process.stderr.write(`BAD  ${found}\n`);
  process.exitCode = 1;
} else {
  require('../typescript.cjs');
  require('./preflight.ts');
}
