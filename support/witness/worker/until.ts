import { setTimeout as pause } from 'node:timers/promises';

const patience = 30_000;

/** Asks until there is an answer; when there is none in time, the error holds what `lastSeen` tells. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  lastSeen: () => string,
): Promise<T> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(100);
  }
  throw new Error(`waited ${patience / 1000} s in vain for ${what}; last seen:\n${lastSeen()}`);
}
