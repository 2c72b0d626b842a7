/** The segments of a path: "metadata.labels.app~1kubernetes~1io/name" → metadata, labels, app.kubernetes.io/name. */
export function splitPath(path: string): string[] {
  return path === '' ? [] : path.split('.').map((segment) => segment.replaceAll('~1', '.'));
}

/** The path of segments; dots inside a segment are written ~1. */
export function joinPath(segments: readonly string[]): string {
  return segments.map((segment) => segment.replaceAll('.', '~1')).join('.');
}

/** Whether `path` is `ancestor` or lies below it. */
export function isWithin(path: string, ancestor: string): boolean {
  return ancestor === '' || path === ancestor || path.startsWith(`${ancestor}.`);
}

/** The last key of a path; '' of the root. */
export function lastOf(segments: readonly string[]): string {
  return segments.at(-1) ?? '';
}
