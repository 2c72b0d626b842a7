import type {
  DeploymentRecord,
  SnapshotLink,
  SnapshotRecord,
  SnapshotService,
  SnapshotUnit,
} from '../media-types';
import { counted } from '../words';

/** Something worth knowing of a unit; `changed` when it was otherwise before. */
export interface Fact {
  text: string;
  changed: boolean;
}

/** One value of a service, before and after. */
export interface ServiceChange {
  name: string;
  before: string;
  after: string;
}

/** A unit, and what became of it between two snapshots. */
export interface UnitFacts {
  space: string;
  unit: string;
  presence: 'kept' | 'new' | 'gone';
  revision: Fact;
  /** Whether the cluster has it. */
  applied: Fact;
  /** Ready of wanted replicas in the cluster, else how many ConfigHub has. */
  replicas: Fact | undefined;
  /** The rules that hold it back. */
  gates: Fact | undefined;
  /** What its service was changed to: replicas, image, settings. */
  changes: ServiceChange[];
  upstream: SnapshotUnit['upstream'];
  target: string | undefined;
}

/** What is to be seen in the picture of a stage. */
export interface StageFacts {
  spaces: Array<{ name: string; units: UnitFacts[] }>;
  links: readonly SnapshotLink[];
  /** What runs in the namespaces of the stage and stands in none of its units: the worker, for example. */
  others: readonly DeploymentRecord[];
}

/** Compares how a stage began with how it ended. Without a beginning nothing counts as changed. */
export function factsOf(before: SnapshotRecord | undefined, after: SnapshotRecord): StageFacts {
  const start = before ?? after;
  const was = new Map(start.units.map((unit) => [keyOf(unit), unit]));
  const is = new Map(after.units.map((unit) => [keyOf(unit), unit]));
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
  const units = keys.flatMap((key) => unitFacts(seenAt(was.get(key), start), seenAt(is.get(key), after)));
  const spaces = [...new Set(units.map(({ space }) => space))].map((name) => ({
    name,
    units: units.filter(({ space }) => space === name),
  }));
  const links = [...(after.links ?? start.links ?? [])].sort((a, b) => (linkText(a) < linkText(b) ? -1 : 1));
  return { spaces, links, others: after.deployments.filter((one) => !after.units.some(holds(one))) };
}

interface Seen {
  unit: SnapshotUnit;
  deployment: DeploymentRecord | undefined;
}

function keyOf({ space, unit }: { space: string; unit: string }): string {
  return `${space}/${unit}`;
}

function linkText({ space, from, toSpace, to }: SnapshotLink): string {
  return `${space}/${from} ${toSpace}/${to}`;
}

function holds({ namespace, name }: DeploymentRecord): (unit: SnapshotUnit) => boolean {
  return ({ live, service }) => live > 0 && service?.namespace === namespace && service.name === name;
}

function seenAt(unit: SnapshotUnit | undefined, snapshot: SnapshotRecord): Seen | undefined {
  return unit && { unit, deployment: snapshot.deployments.find((one) => holds(one)(unit)) };
}

function unitFacts(was: Seen | undefined, is: Seen | undefined): UnitFacts[] {
  const now = is ?? was;
  if (!now) return [];
  const { space, unit, upstream, target } = now.unit;
  return [
    {
      space,
      unit,
      presence: is ? (was ? 'kept' : 'new') : 'gone',
      revision: changing(was, now, ({ unit: { revision } }) => String(revision)),
      applied: changing(was, now, appliedText),
      replicas: replicasFact(was, now),
      gates: gatesFact(was, now),
      changes: serviceChanges(was?.unit.service, now.unit.service),
      upstream,
      target,
    },
  ];
}

function changing(was: Seen | undefined, now: Seen, text: (seen: Seen) => string): Fact {
  return wentTo(was && text(was), text(now));
}

function wentTo(before: string | undefined, after: string): Fact {
  const changed = before !== undefined && before !== after;
  return { text: changed ? `${before} → ${after}` : after, changed };
}

function appliedText({ unit: { live, revision, target } }: Seen): string {
  if (live === 0) return target === undefined ? 'configuration only' : 'not applied';
  return live === revision ? 'applied' : `applied up to ${live}`;
}

function gatesFact(was: Seen | undefined, now: Seen): Fact | undefined {
  const [before, after] = [was && gatesText(was), gatesText(now)];
  if (!after) return before ? { text: 'no longer held back', changed: true } : undefined;
  return { text: after, changed: before !== undefined && before !== after };
}

function gatesText({ unit: { gates = [] } }: Seen): string {
  const names = gates.map((gate) => gate.split('/')[0]).sort();
  return names.length > 0 ? `held back by ${names.join(', ')}` : '';
}

function replicasFact(was: Seen | undefined, now: Seen): Fact | undefined {
  const changed = was?.unit.service && was.unit.service.replicas !== now.unit.service?.replicas;
  const after = replicasText(now, !changed);
  return after === undefined ? undefined : wentTo(was && replicasText(was, !changed), after);
}

/** `compared` with what ConfigHub has, unless that is told as a change of its own. */
function replicasText({ unit: { service, live }, deployment }: Seen, compared: boolean): string | undefined {
  if (!service) return undefined;
  if (!deployment) return live > 0 ? 'nothing runs' : counted(service.replicas, 'replica');
  const ready = `${deployment.ready}/${deployment.wanted} ready`;
  const differs = compared && deployment.wanted !== service.replicas;
  return differs ? `${ready}, ${service.replicas} in ConfigHub` : ready;
}

function serviceChanges(
  before: SnapshotService | undefined,
  after: SnapshotService | undefined,
): ServiceChange[] {
  if (!before || !after) return [];
  const names = [...new Set([...Object.keys(before.settings), ...Object.keys(after.settings)])].sort();
  return [
    ...change('replicas', String(before.replicas), String(after.replicas)),
    ...change('image', imageText(before.image, after.image), imageText(after.image, before.image)),
    ...names.flatMap((name) => change(name, before.settings[name], after.settings[name])),
  ];
}

function change(name: string, before: string | undefined, after: string | undefined): ServiceChange[] {
  return before === after ? [] : [{ name, before: before ?? 'unset', after: after ?? 'unset' }];
}

/** The version alone, as long as nothing else differs. */
function imageText(image: string, other: string): string {
  const [name, version] = parted(image);
  return version !== undefined && name === parted(other)[0] ? version : image;
}

function parted(image: string): [string, string | undefined] {
  const parts = /^(.*?)[:@]([^/]+)$/.exec(image);
  return parts ? [parts[1] ?? '', parts[2]] : [image, undefined];
}
