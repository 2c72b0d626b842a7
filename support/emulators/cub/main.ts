import { runCub } from './cub';
import { processHost } from './host';

export { runCaptured } from './captured';

/**
 * The bundled `cub` command line: `esbuild main.ts --bundle --platform=node --format=cjs` with `jq-wasm` and `yaml` left
 * out (external; both are found in the node_modules above the bundle, and loaded only by commands that need them). Loading
 * the bundle runs nothing: `bin/cub` calls this.
 */
export function main(): void {
  void runCub(processHost()).then((code) => {
    // At once: output is written by then, and taking the process down politely costs some milliseconds.
    process.exit(code);
  });
}
