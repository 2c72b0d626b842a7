import { notAcceptable } from '../status/refusals';

/** The form in which a client wants its answer. */
export interface AnswerForm {
  encoding: 'json' | 'yaml';
  /** `Table`, `PartialObjectMetadata`, `APIGroupDiscoveryList`, … */
  as?: string;
  group?: string;
  version?: string;
}

const TRANSFORMED = ['Table', 'PartialObjectMetadata', 'PartialObjectMetadataList', 'APIGroupDiscoveryList'];

/**
 * Chooses the first form of an `Accept` header that the server can make.
 *
 * @throws ApiError 406 when there is none
 */
export function negotiate(accept: string | undefined): AnswerForm {
  if (!accept?.trim()) return { encoding: 'json' };
  for (const range of accept.split(',')) {
    const [media = '', ...parameters] = range.split(';').map((part) => part.trim());
    const encoding = encodingOf(media.toLowerCase());
    if (!encoding) continue;
    const given = new Map(parameters.map((parameter) => splitOnce(parameter)));
    const as = given.get('as');
    if (as === undefined) return { encoding };
    if (!TRANSFORMED.includes(as) || (as === 'APIGroupDiscoveryList' && given.get('v') !== 'v2')) continue;
    return { encoding, as, group: given.get('g') ?? '', version: given.get('v') ?? '' };
  }
  throw notAcceptable();
}

function splitOnce(parameter: string): [string, string] {
  const at = parameter.indexOf('=');
  return at < 0 ? [parameter, ''] : [parameter.slice(0, at), parameter.slice(at + 1)];
}

function encodingOf(media: string): AnswerForm['encoding'] | undefined {
  if (media === 'application/json' || media === '*/*' || media === 'application/*') return 'json';
  return media === 'application/yaml' ? 'yaml' : undefined;
}
