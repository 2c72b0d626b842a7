import { checkConfiguration, joinProblems } from '../apply/check-configuration';
import { compare } from '../apply/compare';
import { FieldSet } from '../apply/field-set';
import { fieldsOf } from '../apply/fields-of';
import { identityOf, type Ownerships } from '../apply/managers';
import { applyConfiguration, trackUpdate } from '../apply/ownership';
import { timestamp } from '../clock/clock';
import { withoutManagedFields } from '../registry/objects';
import { emptyObject, ignoredFields, ownershipsOf } from '../registry/ownership-tracking';
import { apiVersionOf, type ResourceDefinition, resourceId } from '../resources/definition';
import { definitionFor } from '../resources/lookup';
import { DecodeError, decode } from '../schema/decode';
import { parseYaml } from '../server/body';
import type { Exchange } from '../server/exchange';
import { badRequest, conflict, invalidPatch, notFound } from '../status/refusals';
import type { Json, KubeObject } from '../store/kube-object';
import { keyOf } from '../store/storage';
import type { ApiContext } from './context';
import { placeObject } from './decode-object';
import type { WriteParameters } from './options';
import { presentObject } from './present';
import type { Target } from './target';

type Members = { [field: string]: Json };

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Server-side apply: creates the object or brings it to what the configuration says. */
export async function applyFromRequest(
  context: ApiContext,
  exchange: Exchange,
  target: Target,
  name: string,
  text: string,
  parameters: WriteParameters,
): Promise<void> {
  const { definition, namespace, subresource } = target;
  const { registry } = context;
  const configuration = readConfiguration(definition, text, namespace, name);
  const current = registry.storage.get(resourceId(definition), keyOf(name, namespace));
  if (!current && subresource) throw notFound(definition, name);
  if (!current) refuseExpectations(definition, name, configuration);
  const time = timestamp(context.now());
  const write = {
    live: current ? (withoutManagedFields(current) as Members) : emptyObject(definition),
    type: definition.type,
    ownerships: current ? ownershipsForApply(definition, current, time) : new Map(),
    who: {
      manager: parameters.manager,
      operation: 'Apply' as const,
      apiVersion: apiVersionOf(definition),
      ...(subresource ? { subresource } : {}),
    },
    time,
    ignored: ignoredFields(definition, subresource),
    ...(current && parameters.manager === 'kubectl'
      ? { yielded: lastAppliedFields(current, definition) }
      : {}),
  };
  const { object, ownerships } = applyConfiguration(write, configuration, parameters.force);
  const next = decodeMerged(object, definition, text);
  if (parameters.manager === 'kubectl') noteLastApplied(next, configuration);
  placeObject(next, namespace, name);
  const how = { ...parameters, ownerships, ...(subresource ? { subresource } : {}) };
  const applied = current
    ? registry.changeDecoded(definition, current, next, how)
    : registry.createDecoded(definition, next, how);
  await registry.storage.durable();
  exchange.send(current ? 200 : 201, presentObject(exchange, definition, applied, context.now()));
}

function readConfiguration(
  definition: ResourceDefinition,
  text: string,
  namespace: string | undefined,
  name: string,
): Members {
  const document = parseYaml(text);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw badRequest('error decoding YAML: the configuration must be one object');
  }
  const apiVersion = apiVersionOf(definition);
  if (!document.kind)
    throw badRequest(`Object 'Kind' is missing in '${JSON.stringify(document).slice(0, 1000)}'`);
  checkType(definition, String(document.apiVersion), String(document.kind));
  const problems = checkConfiguration(document, definition.type);
  if (problems.length > 0) {
    const told = (document.metadata ?? {}) as Members;
    const where = `${told.namespace ?? ''}/${told.name ?? ''}; ${apiVersion}, Kind=${definition.kind}`;
    throw badRequest(`failed to create typed patch object (${where}): ${joinProblems(problems)}`);
  }
  const metadata = (document.metadata ?? {}) as Members;
  if (metadata.managedFields) throw badRequest('metadata.managedFields must be nil');
  placeObject({ metadata } as unknown as KubeObject, namespace, name);
  return { ...document, metadata };
}

function checkType(definition: ResourceDefinition, apiVersion: string, kind: string): void {
  const expected = apiVersionOf(definition);
  if (apiVersion === expected && kind === definition.kind) return;
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  throw badRequest(
    definitionFor(apiVersion, kind)
      ? `Incorrect version specified in apply patch. Specified patch version: ${apiVersion}, expected: ${expected}`
      : `invalid object type: ${group}/${version}, Kind=${kind}`,
  );
}

function refuseExpectations(definition: ResourceDefinition, name: string, { metadata }: Members): void {
  const { uid, resourceVersion } = metadata as { uid?: string; resourceVersion?: string };
  if (uid) {
    const why = `uid mismatch: the provided object specified uid ${uid}, and no existing object was found`;
    throw conflict(definition, name, why);
  }
  if (resourceVersion) throw notFound(definition, name);
}

/** Fields of an object that nobody owns belong to `before-first-apply`, so that they are not lost silently. */
function ownershipsForApply(definition: ResourceDefinition, current: KubeObject, time: string): Ownerships {
  const ownerships = ownershipsOf(current);
  if (ownerships.size > 0) return ownerships;
  const who = {
    manager: 'before-first-apply',
    operation: 'Update' as const,
    apiVersion: apiVersionOf(definition),
  };
  const write = {
    live: emptyObject(definition),
    type: definition.type,
    ownerships: new Map(),
    who,
    time,
    ignored: ignoredFields(definition, undefined),
  };
  const tracked = trackUpdate(write, withoutManagedFields(current) as Members);
  const before = tracked.get(identityOf(who));
  return before ? new Map([[identityOf(who), before]]) : new Map();
}

function decodeMerged(object: Members, definition: ResourceDefinition, text: string): KubeObject {
  try {
    return decode(object, definition.type).value as unknown as KubeObject;
  } catch (error) {
    if (error instanceof DecodeError) throw invalidPatch(text.slice(0, 1000), error.message);
    throw error;
  }
}

/**
 * Fields that `kubectl apply` set from the client and that are still as it left them: its server-side way of applying
 * may take them over from itself. An annotation that cannot be read gives none.
 */
function lastAppliedFields(current: KubeObject, definition: ResourceDefinition): FieldSet {
  const text = current.metadata.annotations?.[LAST_APPLIED];
  if (!text) return new FieldSet();
  try {
    const { value } = decode(JSON.parse(text), definition.type);
    const { added, modified, removed } = compare(value, current as unknown as Json, definition.type);
    return fieldsOf(value, definition.type).difference(modified).difference(added).difference(removed);
  } catch {
    return new FieldSet();
  }
}

/** `kubectl apply --server-side` keeps the annotation of its other way of applying up to date. */
function noteLastApplied(next: KubeObject, configuration: Members): void {
  if (!next.metadata.annotations?.[LAST_APPLIED]) return;
  const applied = structuredClone(configuration) as unknown as KubeObject;
  delete applied.metadata.annotations?.[LAST_APPLIED];
  next.metadata.annotations[LAST_APPLIED] = `${JSON.stringify(applied)}\n`;
}
