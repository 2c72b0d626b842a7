import type { Command, Flag, Group, Run } from '../command/spec';
import {
  CREATE_FLAGS,
  DELETE_FLAGS,
  flag,
  GET_FLAGS,
  identifiers,
  LIST_FLAGS,
  SPACE,
  UPDATE_FLAGS,
  WHERE,
} from '../command/standard';

interface Described {
  noun: string;
  /** How texts call one, and several. */
  title: string;
  createUse: string;
  fields: readonly Flag[];
  load: (action: 'create' | 'delete' | 'get' | 'list' | 'update') => Run;
}

/** The group of a simple entity: create, delete, get, list and update, each for one and for many. */
export function entityGroup({ noun, title, createUse, fields, load }: Described): Group {
  const NAMED = identifiers(noun, `${noun}s`);
  const own = fields.some(({ name }) => name === 'where') ? [] : [WHERE];
  const command = (name: Parameters<typeof load>[0], rest: Omit<Command, 'name' | 'load'>): Command => ({
    name,
    ...rest,
    load: () => load(name),
  });
  return {
    name: noun,
    short: `${title} commands`,
    long: `The ${noun} subcommands are used to manage ${noun}s`,
    scope: 'space',
    flags: [SPACE],
    commands: [
      command('create', {
        use: createUse,
        short: `Create a new ${noun} or bulk create ${noun}s`,
        orgLevel: true,
        flags: [
          ...CREATE_FLAGS,
          ...fields,
          ...own,
          NAMED,
          flag.list('dest-space', 'destination spaces for bulk create (can be repeated or comma-separated)'),
          flag.string('where-space', 'where expression to select destination spaces for bulk create'),
          flag.list('name-prefix', 'name prefixes for bulk create (can be repeated or comma-separated)'),
        ],
      }),
      command('delete', {
        use: '[<slug or id>]',
        short: `Delete a ${noun} or multiple ${noun}s`,
        arity: { atMost: 1 },
        orgLevel: true,
        flags: [...DELETE_FLAGS, WHERE, NAMED],
      }),
      command('get', {
        use: '<slug or id>',
        short: `Get details about a ${noun}`,
        arity: { exactly: 1 },
        flags: GET_FLAGS,
      }),
      command('list', { short: `List ${noun}s`, arity: { exactly: 0 }, orgLevel: true, flags: LIST_FLAGS }),
      command('update', {
        use: '[<slug or id>] [options...]',
        short: `Update a ${noun} or multiple ${noun}s`,
        orgLevel: true,
        flags: [
          ...UPDATE_FLAGS,
          ...fields,
          ...own,
          NAMED,
          flag.bool('patch', 'use patch API for individual or bulk operations'),
        ],
      }),
    ],
  };
}
