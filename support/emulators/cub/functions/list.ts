import type { Invocation } from '../invocation';
import { hasOtherOutput, listing, printForms } from '../output/results';
import { table } from '../output/table';
import { entityQuery, saveFunctions } from './cache';

/** `cub function list`: what functions there are. */
export async function listFunctions(invocation: Invocation): Promise<void> {
  const { flags, print } = invocation;
  const functions = await saveFunctions(invocation, await entityQuery(invocation));
  const toolchain = flags.text('toolchain');
  const chosen = Object.entries(functions).filter(([name]) => toolchain === '' || name === toolchain);
  const rows = chosen
    .flatMap(([chain, signatures]) =>
      Object.entries(signatures).map(([name, signature]) => [
        chain,
        name,
        String(signature.Mutating ?? false),
        String(signature.Validating ?? false),
        signature.Description ?? '',
      ]),
    )
    .sort((left, right) => ((left[1] as string) < (right[1] as string) ? -1 : 1));
  if (!flags.on('quiet') && !hasOtherOutput(invocation)) {
    print.raw(
      listing(invocation, ['ToolchainType', 'FunctionName', 'Mutating', 'Validating', 'Description'], rows),
    );
  }
  if (flags.on('names') || flags.text('output') === 'name')
    print.raw(table(rows.map((row) => [row[1] as string])));
  await printForms(invocation, '{}{}FunctionSignature', functions);
}
