import { allow, contextToAllow } from './preflight/allow-context';
import { runPreflight } from './preflight/run';

const { argv, env, stdout } = process;
const surroundings = { env, out: (text: string) => stdout.write(text) };
const context = contextToAllow(argv.slice(2));

(context === undefined ? runPreflight(surroundings) : allow(context, surroundings)).then((good) => {
  process.exitCode = good ? 0 : 1;
});
