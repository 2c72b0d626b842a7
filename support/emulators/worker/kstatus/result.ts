/** How far an object is on its way to what its spec asks for. */
export type Status = 'InProgress' | 'Failed' | 'Current' | 'Terminating';

export interface Result {
  status: Status;
  message: string;
}

export const current = (message: string): Result => ({ status: 'Current', message });
export const inProgress = (message: string): Result => ({ status: 'InProgress', message });
export const failed = (message: string): Result => ({ status: 'Failed', message });
