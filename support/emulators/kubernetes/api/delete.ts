import { sortedObjects } from '../registry/registry';
import { type ResourceDefinition, resourceId } from '../resources/definition';
import { DecodeError, decode } from '../schema/decode';
import type { Exchange } from '../server/exchange';
import { type FieldError, invalid, notSupported } from '../status/field-error';
import { badRequest, invalidObject } from '../status/refusals';
import type { DeleteOptions } from '../store/cluster-store';
import type { KubeObject } from '../store/kube-object';
import type { ApiContext } from './context';
import { integerParameter } from './options';
import { presentList, presentObject } from './present';
import { selectionOf } from './selection';
import type { Target } from './target';
import { readDocument } from './write';

interface SentOptions {
  kind?: string;
  dryRun?: string[];
  gracePeriodSeconds?: number;
  orphanDependents?: boolean;
  propagationPolicy?: string;
  preconditions?: { uid?: string; resourceVersion?: string };
}

const POLICIES = ['Foreground', 'Background', 'Orphan'] as const;

/** DELETE of one object. */
export async function deleteFromRequest(
  context: ApiContext,
  exchange: Exchange,
  target: Target,
  name: string,
): Promise<void> {
  const { definition, namespace } = target;
  const { options, dryRun } = await deleteOptions(exchange);
  const current = context.registry.require(definition, name, namespace);
  const { object, gone } = context.registry.deleteCurrent(definition, current, options, dryRun);
  await context.registry.storage.durable();
  if (!gone) {
    exchange.send(200, presentObject(exchange, definition, object, context.now()));
    return;
  }
  exchange.send(200, success(definition, object));
}

/** DELETE of a collection: all objects that are selected. */
export async function deleteCollection(
  context: ApiContext,
  exchange: Exchange,
  target: Target,
): Promise<void> {
  const { definition, namespace } = target;
  const fits = selectionOf(definition, namespace, exchange.query);
  const { options, dryRun } = await deleteOptions(exchange);
  const { storage } = context.registry;
  const objects = sortedObjects(storage.all(resourceId(definition))).filter(fits);
  for (const object of objects) context.registry.deleteCurrent(definition, object, options, dryRun);
  await storage.durable();
  const metadata = { resourceVersion: String(storage.version) };
  exchange.send(200, presentList(exchange, definition, objects, metadata, context.now()));
}

function success(definition: ResourceDefinition, { metadata }: KubeObject): object {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: metadata.name,
      ...(definition.group ? { group: definition.group } : {}),
      kind: definition.plural,
      uid: metadata.uid,
    },
  };
}

async function deleteOptions(exchange: Exchange): Promise<{ options: DeleteOptions; dryRun: boolean }> {
  const sent = await sentOptions(exchange);
  const { query } = exchange;
  const grace =
    integerParameter(query.get('gracePeriodSeconds'), 'gracePeriodSeconds') ?? sent.gracePeriodSeconds;
  const orphan =
    sent.orphanDependents ??
    (query.has('orphanDependents') ? query.get('orphanDependents') === 'true' : undefined);
  const policy = query.get('propagationPolicy') ?? sent.propagationPolicy ?? (orphan ? 'Orphan' : undefined);
  const dryRun = [...(sent.dryRun ?? []), ...query.getAll('dryRun')].filter((value) => value !== '');
  const errors: FieldError[] = [];
  if (grace !== undefined && grace < 0) {
    errors.push(invalid('gracePeriodSeconds', grace, 'must be greater than or equal to 0'));
  }
  if (policy !== undefined && !POLICIES.includes(policy as (typeof POLICIES)[number])) {
    errors.push(notSupported('propagationPolicy', policy, [...POLICIES, 'nil']));
  }
  if (dryRun.some((value) => value !== 'All')) errors.push(notSupported('dryRun', dryRun, ['All']));
  if (errors.length > 0) throw invalidObject({ group: 'meta.k8s.io', kind: 'DeleteOptions' }, '', errors);
  return {
    options: {
      ...sent.preconditions,
      ...(grace === undefined ? {} : { gracePeriodSeconds: grace }),
      ...(policy === undefined ? {} : { propagationPolicy: policy as DeleteOptions['propagationPolicy'] }),
    },
    dryRun: dryRun.length > 0,
  };
}

async function sentOptions(exchange: Exchange): Promise<SentOptions> {
  const body = await readDocument(exchange);
  if (body === undefined) return {};
  try {
    const options = decode(body, '#meta.v1.DeleteOptions').value as SentOptions;
    if (options.kind && options.kind !== 'DeleteOptions') {
      throw badRequest(`the body of a delete must be DeleteOptions, not ${options.kind}`);
    }
    return options;
  } catch (error) {
    if (error instanceof DecodeError) throw badRequest(`DeleteOptions: ${error.message}`);
    throw error;
  }
}
