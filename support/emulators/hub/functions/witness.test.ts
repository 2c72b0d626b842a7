import assert from 'node:assert/strict';
import { parseConfig } from '../config-data/index';
import { joinPath } from '../config-data/paths';
import { resolvePath } from '../config-data/resolve-path';
import type { MapNode } from '../config-data/tree';
import { invokeFunctions } from './index';
import type { FunctionContext, InvokeOutcome } from './model';
import recorded from './witness/executor-2025-08-21.json';

const context: FunctionContext = {
  UnitID: '11111111-1111-1111-1111-111111111111',
  UnitSlug: 'trade-service',
  UnitDisplayName: 'trade-service',
  SpaceID: '22222222-2222-2222-2222-222222222222',
  SpaceSlug: 'traderx-base',
  PreviousContentHash: 0,
  ApprovedBy: [],
};

/** Where the hub answers otherwise, in what, and why. */
const DIFFERENCES: Record<string, { in: (keyof Answer)[]; why: string }> = {
  'set-env': { in: ['changes'], why: 'variables are told apart by name, not by position' },
  'set-int-path of all': {
    in: ['data', 'changes'],
    why: 'nested wildcards reach every item; recorded is the last only',
  },
  'get-int-path': { in: ['output'], why: 'nested wildcards reach every item; recorded is the last only' },
  'get-string-path label': {
    in: ['output'],
    why: 'the attribute name is a general one for paths without functions of their own',
  },
  'search-replace': {
    in: ['data', 'changes'],
    why: 'keys with dots are reached; a renamed container is another one',
  },
  'where-filter malformed': { in: ['errors'], why: 'the recorded text is followed by a hint' },
};

interface Mutation {
  Resource: { ResourceType: string; ResourceName: string };
  ResourceMutationInfo: { MutationType: string; Value?: string };
  PathMutationMap: Record<string, { MutationType: string; Index: number; Value?: string }>;
}

/** What both must answer alike, brought to one form. */
interface Answer {
  data: unknown[];
  output: unknown;
  outputType: string;
  success: boolean;
  errors: string[];
  changes: string[];
}

const texts = recorded.texts as Record<string, string>;

/** Patterns are written (?P<name> in Go and (?<name> here; lists of failed patterns follow. */
function plainError(text: string): string {
  return text.replace(/failed to match .*/, 'failed to match');
}

/** Schema descriptions and names that only ConfigHub's path registry knows are left out. */
function plainOutput(output: unknown): unknown {
  return JSON.parse(
    JSON.stringify(output ?? null, (key, value) => {
      if (key === 'PathMutationMap') return undefined;
      return ['Info', 'AttributeName', 'Value'].includes(key) && typeof value === 'object'
        ? undefined
        : value;
    }),
  );
}

/** Paths of items by position, whichever way they are named. */
function changesOf(mutations: Mutation[], data: string): string[] {
  const resources = parseConfig(data);
  return mutations
    .flatMap(({ Resource, ResourceMutationInfo, PathMutationMap }) => {
      const root = resources.find(
        ({ type, name }) => type === Resource.ResourceType && name === Resource.ResourceName,
      )?.root;
      const paths = Object.entries(PathMutationMap).map(([path, info]) => {
        return `${Resource.ResourceType} ${root ? positional(root, path) : path} ${info.MutationType} ${info.Index}`;
      });
      return [
        `${Resource.ResourceType} ${Resource.ResourceName} ${ResourceMutationInfo.MutationType}`,
        ...paths,
      ];
    })
    .sort();
}

function positional(root: MapNode, path: string): string {
  const segments = path.split('.');
  const last = segments.findLastIndex((segment) => segment.startsWith('?'));
  const place = resolvePath(root, segments.slice(0, last + 1).join('.'))[0];
  return place ? [joinPath(place.segments), ...segments.slice(last + 1)].join('.') : path;
}

function ours(outcome: InvokeOutcome): Answer {
  return {
    data: parseConfig(outcome.data).map(({ value }) => value),
    output: plainOutput(outcome.output),
    outputType: outcome.outputType,
    success: outcome.success,
    errors: outcome.errors.map(plainError),
    changes: outcome.changed ? changesOf(outcome.mutations as Mutation[], outcome.data) : [],
  };
}

function theirs(response: (typeof recorded.calls)[number]['response']): Answer {
  const mutations = response.Mutations as unknown as Mutation[];
  const isChanged = mutations.some(
    ({ ResourceMutationInfo }) => ResourceMutationInfo.MutationType !== 'None',
  );
  return {
    data: parseConfig(response.ConfigData).map(({ value }) => value),
    output: plainOutput(response.Output),
    outputType: response.OutputType,
    success: response.Success,
    errors: response.ErrorMessages.map(plainError),
    changes: isChanged ? changesOf(mutations, response.ConfigData) : [],
  };
}

describe('functions beside the recorded executor', () => {
  for (const { name, data, functions, response } of recorded.calls) {
    const difference = DIFFERENCES[name];
    it(difference ? `${name} (but: ${difference.why})` : name, () => {
      const invocations = functions.map(([FunctionName, ...values]) => ({
        FunctionName: String(FunctionName),
        Arguments: values.map((Value) => ({ Value })),
      }));
      const outcome = invokeFunctions(texts[data] as string, invocations, context);
      const [actual, expected] = [ours(outcome), theirs(response)];
      for (const field of difference?.in ?? []) {
        assert.notDeepEqual(actual[field], expected[field], 'the difference is gone, strike it off the list');
        delete (actual as Partial<Answer>)[field];
        delete (expected as Partial<Answer>)[field];
      }
      assert.deepEqual(actual, expected);
    });
  }
});
