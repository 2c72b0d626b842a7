import type { ContainerAnswer, ContainerRequest, RunningProgram } from '../images/model';

/** Lets the program that listens on a port answer; undefined when none does (connection refused). */
export function answerOn(
  programs: Iterable<RunningProgram>,
  port: number,
  request: ContainerRequest,
): ContainerAnswer | undefined {
  for (const program of programs) if (program.listens.includes(port)) return program.answer(request);
  return undefined;
}
