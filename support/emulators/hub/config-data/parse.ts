import { type Document, parseAllDocuments } from 'yaml';
import { ConfigDataError } from './errors';

/** Characters of one unit's data. A cluster takes no object over 1.5 MB; a unit holds several. */
export const MAX_DATA_LENGTH = 8 * 1024 * 1024;
/** Levels of maps and lists; the deepest Kubernetes types stay under half of it. */
export const MAX_DEPTH = 100;

/** The YAML documents of a text, empty ones included. Throws ConfigDataError with the line. */
export function parseYaml(text: string): Document.Parsed[] {
  if (text.length > MAX_DATA_LENGTH) {
    throw new ConfigDataError(
      `config data has ${text.length} characters, at most ${MAX_DATA_LENGTH} are taken`,
    );
  }
  refuseNesting(text);
  const documents = parsed(text);
  for (const { errors } of documents) {
    const [error] = errors;
    if (!error) continue;
    const sentence = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
    throw new ConfigDataError(`not valid YAML: ${sentence}`, error.linePos?.[0].line);
  }
  return documents;
}

function parsed(text: string): Document.Parsed[] {
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent' });
    return 'empty' in documents ? [] : documents;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw tooDeep();
  }
}

/** Brackets or dashes by the thousand would keep the parser busy for long before it gives up. */
function refuseNesting(text: string): void {
  let open = 0;
  for (const [sign] of text.matchAll(/[[{\]}]/g)) {
    open += sign === '[' || sign === '{' ? 1 : -1;
    if (open > 10 * MAX_DEPTH) throw tooDeep();
  }
  if (/(?:[-?:][ \t]+){200}/.test(text)) throw tooDeep();
}

/** The refusal of data that would overflow a stack here or in a cluster. */
export function tooDeep(line?: number): ConfigDataError {
  return new ConfigDataError(`config data is nested deeper than ${MAX_DEPTH} levels`, line);
}
