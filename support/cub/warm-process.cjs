// Carries out commands of the program that its argument names, one at a time. For each the program's own code is loaded
// anew, so that nothing of a command is left in it for the next; Node and packages stay loaded, which is what is saved.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const program = process.argv[2];
const code = `(function (exports, require, module, __filename, __dirname) {${readFileSync(program, 'utf8')}\n})`;
const script = new Script(code, { filename: program });
const requireBeside = createRequire(program);

function load() {
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, requireBeside, loaded, program, dirname(program));
  return loaded.exports;
}

process.on('message', async (call) => process.send(await load().runCaptured(call)));
process.once('disconnect', () => process.exit());
