import { Failure } from '../failure';
import { encode } from '../hub/encode';
import type { Invocation } from '../invocation';
import { jqText } from '../jq/text';
import { toJson } from './json';
import { table } from './table';
import { toYaml } from './yaml';

/** `-o KIND[=ARGUMENT]`, as later eras spell it. */
function chosenOutput({ flags }: Invocation): { kind: string; argument: string } | undefined {
  const text = flags.text('output');
  if (text === '') return undefined;
  const [kind = '', ...rest] = text.split('=');
  return { kind, argument: rest.join('=') };
}

const KINDS = ['json', 'yaml', 'name', 'wide', 'jq', 'custom-columns', 'mutations'];

/** Refuses an unknown `-o` before anything is done. */
export function checkOutput(invocation: Invocation): void {
  const chosen = chosenOutput(invocation);
  if (chosen !== undefined && !KINDS.includes(chosen.kind)) {
    throw new Failure(`unknown output format ${chosen.kind}: use one of ${KINDS.join(', ')}`);
  }
}

/** Whether another output than the default one was asked for. */
export function hasOtherOutput(invocation: Invocation): boolean {
  const { flags } = invocation;
  const chosen = chosenOutput(invocation);
  const replaces = chosen !== undefined && !['wide', 'custom-columns'].includes(chosen.kind);
  return flags.on('json') || flags.text('jq') !== '' || flags.on('names') || replaces;
}

/** Prints the value in every machine-readable form that was asked for: `--json`, `--jq`, `-o json|yaml|jq=…`. */
export async function printForms(invocation: Invocation, shape: string, value: unknown): Promise<void> {
  const { flags, print } = invocation;
  const chosen = chosenOutput(invocation);
  const program = chosen?.kind === 'jq' ? chosen.argument : flags.text('jq');
  if (!flags.on('json') && chosen === undefined && program === '') return;
  const encoded = encode(shape, value);
  if (flags.on('json') || chosen?.kind === 'json' || chosen?.kind === 'mutations') print.say(toJson(encoded));
  if (chosen?.kind === 'yaml') print.say(toYaml(encoded, 2));
  if (program !== '') print.raw(await jqText(encoded, program));
}

/** What was created or updated: one sentence, details when verbose, or the forms that were asked for. */
export async function printDone<T>(
  invocation: Invocation,
  done: {
    verb: 'created' | 'updated';
    kind: string;
    shape: string;
    slug: string;
    id: string;
    entity: T;
    details?: (entity: T) => string;
  },
): Promise<void> {
  const { flags, print } = invocation;
  if (chosenOutput(invocation)?.kind === 'name') {
    print.say(done.slug);
    return;
  }
  if (!flags.on('quiet') && !hasOtherOutput(invocation)) {
    print.say(`Successfully ${done.verb} ${done.kind} ${done.slug} (${done.id})`);
  }
  if (flags.on('verbose') && done.details !== undefined) print.raw(done.details(done.entity));
  await printForms(invocation, done.shape, done.entity);
}

/** One entity: its details, or the forms that were asked for. */
export async function printOne<T>(
  invocation: Invocation,
  one: { shape: string; entity: T; slug: string; details: (entity: T) => string },
): Promise<void> {
  const { flags, print } = invocation;
  if (chosenOutput(invocation)?.kind === 'name') print.say(one.slug);
  else if (!flags.on('quiet') && !hasOtherOutput(invocation)) print.raw(one.details(one.entity));
  await printForms(invocation, one.shape, one.entity);
}

/** A list: the table, only names, or the forms that were asked for. */
export async function printList<T>(
  invocation: Invocation,
  list: { shape: string; rows: T[]; slug: (row: T) => string; display: (rows: T[]) => string },
): Promise<void> {
  const { flags, print } = invocation;
  const onlyNames = flags.on('names') || chosenOutput(invocation)?.kind === 'name';
  if ((!flags.on('quiet') || flags.on('verbose')) && !hasOtherOutput(invocation))
    print.raw(list.display(list.rows));
  if (onlyNames) print.raw(table(list.rows.map((row) => [list.slug(row)])));
  await printForms(invocation, `[]${list.shape}`, list.rows);
}

/** A table with its header unless `--no-header`. */
export function listing(
  invocation: Invocation,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return table(rows, invocation.flags.on('no-header') ? undefined : header);
}

/** What was deleted. */
export function printDeleted({ flags, print }: Invocation, kind: string, slug: string, id: string): void {
  if (!flags.on('quiet')) print.say(`Successfully deleted ${kind} ${slug} (${id})`);
}
