import { badRequest, notFound } from '../errors/api-error';
import { setUpOrganizations } from '../organizations/set-up';
import type { Call, Route } from '../routing/route';
import { sendHeartbeat } from '../workers/heartbeat';

/** The state right after the first start; always there. */
export const EMPTY = 'empty';

/** Saved states that tests and the lab go back to. Not part of ConfigHub. */
export const checkpointRoutes: Route[] = [
  {
    method: 'GET',
    path: '/emulator/checkpoints',
    handler: (call) => ({ checkpoints: call.hub.database.checkpoints() }),
  },
  { method: 'POST', path: '/emulator/checkpoints/:name', handler: save },
  { method: 'POST', path: '/emulator/checkpoints/:name/restore', handler: restore },
  { method: 'GET', path: '/emulator/checkpoints/:name/away', handler: away },
  { method: 'DELETE', path: '/emulator/checkpoints/:name', handler: remove },
];

interface Note {
  /** ids of the workers that were connected then */
  connected: string[];
}

async function save(call: Call): Promise<object> {
  const name = nameOf(call);
  refuseEmpty(name, 'overwritten');
  await call.hub.database.durable();
  const note: Note = { connected: call.hub.presence.workers() };
  call.hub.database.saveCheckpoint(name, note);
  return { Message: `checkpoint ${name} saved` };
}

async function restore(call: Call): Promise<object> {
  const name = nameOf(call);
  if (!(await call.hub.database.restoreCheckpoint(name))) throw missing(call, name);
  call.hub.presence.cutAll();
  call.hub.pullers.cutAll();
  setUpOrganizations(call.hub);
  return { Message: `checkpoint ${name} restored` };
}

/** The workers that were connected when the checkpoint was saved, are still known, and do not answer now. */
function away(call: Call): { workers: string[] } {
  const { database, presence } = call.hub;
  const name = nameOf(call);
  if (!database.checkpoints().includes(name)) throw missing(call, name);
  const { connected = [] } = (database.noteOf(name) ?? {}) as Partial<Note>;
  const absent = connected.filter((id) => !presence.answers(id, (stream) => sendHeartbeat(call.hub, stream)));
  return { workers: absent.flatMap((id) => database.tables.workers.get(id)?.Slug ?? []) };
}

function remove(call: Call): object {
  const name = nameOf(call);
  refuseEmpty(name, 'deleted');
  if (!call.hub.database.deleteCheckpoint(name)) throw missing(call, name);
  return { Message: `checkpoint ${name} deleted` };
}

function nameOf(call: Call): string {
  const name = call.params.name ?? '';
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name))
    throw badRequest(`"${name}" is not a checkpoint name: use letters, digits, "-" and "_", at most 64`);
  return name;
}

function refuseEmpty(name: string, done: string): void {
  if (name === EMPTY) throw badRequest(`the checkpoint "${EMPTY}" cannot be ${done}`);
}

function missing(call: Call, name: string) {
  return notFound(
    `there is no checkpoint "${name}"; saved are ${call.hub.database.checkpoints().join(', ')}`,
  );
}
