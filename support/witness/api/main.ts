import { openClient } from './client';
import { exchangesIn } from './exchanges';
import { plainAnswer } from './plain';

/**
 * Sends the same requests to a real API server and to the embedded one, and prints every field in which the answers
 * differ. Exit code 1 when one does.
 */
async function main([real, ours]: string[]): Promise<void> {
  if (!real || !ours)
    throw new Error('usage: main.ts KUBECONFIG-OF-A-REAL-CLUSTER KUBECONFIG-OF-THE-EMBEDDED-ONE');
  const namespace = `witness-${Date.now().toString(36)}`;
  const [askReal, askOurs] = [openClient(real).ask, openClient(ours).ask];
  const exchanges = exchangesIn(namespace);
  let different = 0;
  for (const exchange of exchanges) {
    const expected = plainAnswer(await askReal(exchange), namespace);
    const found = plainAnswer(await askOurs(exchange), namespace);
    const fields = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
    const lines = fields
      .filter((field) => JSON.stringify(expected[field]) !== JSON.stringify(found[field]))
      .map(
        (field) =>
          `  ${field}\n    real: ${JSON.stringify(expected[field])}\n    ours: ${JSON.stringify(found[field])}`,
      );
    if (lines.length === 0) continue;
    different += 1;
    process.stdout.write(`${exchange.what}: ${exchange.method} ${exchange.path}\n${lines.join('\n')}\n`);
  }
  process.stdout.write(`${exchanges.length} exchanges, ${different} differ\n`);
  process.exitCode = different > 0 ? 1 : 0;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
