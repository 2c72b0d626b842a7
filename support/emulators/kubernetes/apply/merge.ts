import { isAtomic, memberType, type Shape, shapeOf } from '../schema/schema';
import type { FieldType, ListType } from '../schema/types';
import type { Json } from '../store/kube-object';
import type { PathElement } from './field-set';
import { indexItems, itemElement } from './list-items';

type Members = { [field: string]: Json };

/** Lays an applied configuration over a live object; what the configuration does not say stays. `typed.Merge`. */
export function mergeApplied(live: Json, applied: Json, type: FieldType): Json {
  return mergeValues(live, applied, shapeOf(type)) ?? {};
}

function mergeValues(live: Json | undefined, applied: Json | undefined, shape: Shape): Json | undefined {
  if (applied === undefined) return live;
  if (isAtomic(shape) || (isVoid(live) && isVoid(applied))) return applied;
  if (shape.is === 'list') {
    const merged = mergeLists(
      Array.isArray(live) ? live : [],
      Array.isArray(applied) ? applied : [],
      shape.list,
    );
    return merged.length > 0 ? merged : undefined;
  }
  const merged = mergeMembers(asMap(live), asMap(applied), shape);
  return Object.keys(merged).length > 0 ? merged : undefined;
}

function mergeMembers(live: Members, applied: Members, shape: Shape): Members {
  const merged: Members = {};
  for (const field of new Set([...Object.keys(live), ...Object.keys(applied)])) {
    const type = memberType(shape, field);
    const value = type
      ? mergeValues(live[field], applied[field], shapeOf(type))
      : (applied[field] ?? live[field]);
    if (value !== undefined) merged[field] = value;
  }
  return merged;
}

/** Items of both lists: the order is that of the applied list, with live items where they stood between. */
function mergeLists(live: Json[], applied: Json[], list: ListType): Json[] {
  const liveIndex = indexItems(list, live);
  const appliedIndex = indexItems(list, applied);
  const shape = shapeOf(list.list);
  const liveOrder = live.map((item) => itemElement(list, item));
  const appliedOrder = applied.map((item) => itemElement(list, item));
  const shared = appliedOrder.filter((element) => liveIndex.has(element));
  const taken = new Set<PathElement>();
  const out: Json[] = [];
  const take = (element: PathElement, item: Json | undefined): void => {
    const value = mergeValues(item, appliedIndex.get(element), shape);
    if (value !== undefined) out.push(value);
    taken.add(element);
  };
  let next = shared.shift();
  for (let l = 0, a = 0; l < live.length || a < applied.length; ) {
    const liveElement = liveOrder[l];
    const appliedElement = appliedOrder[a];
    if (liveElement !== undefined && appliedElement !== undefined) {
      if (liveElement === appliedElement) {
        take(liveElement, liveIndex.get(liveElement));
        l += 1;
        a += 1;
        next = shared.shift();
        continue;
      }
      if (appliedIndex.has(liveElement) && next !== undefined && next !== liveElement) {
        l += 1;
        continue;
      }
    }
    if (liveElement !== undefined) {
      if (!appliedIndex.has(liveElement)) {
        take(liveElement, live[l]);
        l += 1;
        continue;
      }
      if (taken.has(liveElement)) l += 1;
    }
    if (appliedElement !== undefined) {
      take(appliedElement, liveIndex.get(appliedElement));
      a += 1;
      if (next === appliedElement) next = shared.shift();
    }
  }
  return out;
}

function isVoid(value: Json | undefined): boolean {
  return (
    value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

const asMap = (value: Json | undefined): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
