import { draftOf } from '../registry/objects';
import type { Workload } from '../resources/model';
import { DecodeError, decode } from '../schema/decode';
import { parseJson, readBody } from '../server/body';
import type { Exchange } from '../server/exchange';
import { invalid } from '../status/field-error';
import { badRequest, invalidObject, methodNotAllowed, unsupportedPatchType } from '../status/refusals';
import type { Json } from '../store/kube-object';
import { selectorText } from '../tables/workloads';
import type { ApiContext } from './context';
import { writeParameters } from './options';
import { patchDocument, patchTypeOf } from './patch';
import type { Target } from './target';
import { readDocument } from './write';

interface Scale {
  apiVersion: 'autoscaling/v1';
  kind: 'Scale';
  metadata: {
    name?: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    creationTimestamp?: string;
  };
  spec: { replicas?: number };
  status: { replicas: number; selector?: string };
}

/** GET, PUT and PATCH of `/scale`: the number of replicas, apart from everything else. */
export async function scaleFromRequest(
  context: ApiContext,
  exchange: Exchange,
  target: Target,
  name: string,
): Promise<void> {
  const { definition, namespace } = target;
  const { registry } = context;
  const current = registry.require(definition, name, namespace) as Workload;
  if (exchange.method === 'GET') {
    exchange.send(200, scaleOf(current));
    return;
  }
  if (exchange.method !== 'PUT' && exchange.method !== 'PATCH') throw methodNotAllowed();
  const parameters = writeParameters(exchange, exchange.method === 'PUT' ? 'UpdateOptions' : 'PatchOptions');
  const wanted = decodeScale(
    exchange.method === 'PUT' ? await readDocument(exchange) : await patched(exchange, current),
  );
  if (wanted.metadata?.name !== undefined && wanted.metadata.name !== name) {
    throw badRequest(
      `the name of the object (${wanted.metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  const replicas = wanted.spec?.replicas ?? 0;
  if (replicas < 0) {
    const error = invalid('spec.replicas', replicas, 'must be greater than or equal to 0');
    throw invalidObject({ group: 'autoscaling', kind: 'Scale' }, name, [error]);
  }
  const latest = registry.require(definition, name, namespace) as Workload;
  const draft = draftOf(latest) as Workload;
  draft.spec.replicas = replicas;
  if (wanted.metadata?.resourceVersion) draft.metadata.resourceVersion = wanted.metadata.resourceVersion;
  if (wanted.metadata?.uid) draft.metadata.uid = wanted.metadata.uid;
  const updated = registry.changeDecoded(definition, latest, draft, { ...parameters, subresource: 'scale' });
  await registry.storage.durable();
  exchange.send(200, scaleOf(updated as Workload));
}

async function patched(exchange: Exchange, current: Workload): Promise<Json> {
  const type = patchTypeOf(exchange);
  if (!type || type === 'application/apply-patch+yaml') throw unsupportedPatchType();
  const text = (await readBody(exchange.request)).toString();
  return patchDocument(
    scaleOf(current) as unknown as Json,
    parseJson(text),
    type,
    '#autoscaling.v1.Scale',
    text,
  );
}

function decodeScale(body: Json | undefined): Partial<Scale> {
  try {
    return decode(body, '#autoscaling.v1.Scale').value as Partial<Scale>;
  } catch (error) {
    if (error instanceof DecodeError) {
      throw badRequest(`Scale in version "v1" cannot be handled as a Scale: ${error.message}`);
    }
    throw error;
  }
}

function scaleOf({ metadata, spec, status }: Workload): Scale {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata;
  return {
    apiVersion: 'autoscaling/v1',
    kind: 'Scale',
    metadata: { name, ...(namespace ? { namespace } : {}), uid, resourceVersion, creationTimestamp },
    spec: spec.replicas ? { replicas: spec.replicas } : {},
    status: { replicas: status?.replicas ?? 0, selector: selectorText(spec.selector) },
  };
}
