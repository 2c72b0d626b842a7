import { ApiError } from '../status/api-error';
import { type PathElement, pathText } from './field-set';

/** A field that another manager owns. */
export interface Conflict {
  manager: { manager: string; operation: string; apiVersion: string; subresource?: string };
  path: PathElement[];
}

/** The 409 of a server-side apply without force. */
export function applyConflict(conflicts: Conflict[]): ApiError {
  return new ApiError(409, 'Conflict', conflictMessage(conflicts), {
    causes: conflicts.map(({ manager, path }) => ({
      reason: 'FieldManagerConflict',
      message: `conflict with ${managerText(manager)}`,
      field: pathText(path),
    })),
  });
}

function conflictMessage(conflicts: Conflict[]): string {
  const [first] = conflicts;
  if (first && conflicts.length === 1) {
    return `Apply failed with 1 conflict: conflict with ${managerText(first.manager)}: ${pathText(first.path)}`;
  }
  const byManager = new Map<string, string[]>();
  for (const { manager, path } of conflicts) {
    const name = managerText(manager);
    byManager.set(name, [...(byManager.get(name) ?? []), `- ${pathText(path)}`]);
  }
  const lines = [...byManager]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, paths]) => [`conflicts with ${name}:`, ...paths]);
  return `Apply failed with ${conflicts.length} conflicts: ${lines.join('\n')}`;
}

function managerText(manager: Conflict['manager']): string {
  const name = JSON.stringify(manager.manager);
  const where = manager.subresource ? ` with subresource ${JSON.stringify(manager.subresource)}` : '';
  if (manager.operation !== 'Update') return `${name}${where}`;
  return `${name}${where} using ${manager.apiVersion}`;
}
