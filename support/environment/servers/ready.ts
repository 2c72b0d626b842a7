/** The line in which an embedded server says where it answers. */
export interface Ready {
  url: string;
  kubeconfig?: string;
}

/** The ready line among lines of output; resolves when it comes, never when it does not. */
export async function readReady(lines: AsyncIterable<string>): Promise<Ready> {
  for await (const line of lines) {
    const ready = parseReady(line);
    if (ready) return ready;
  }
  return new Promise(() => undefined);
}

/** What a line says, if it is the ready line. */
export function parseReady(line: string): Ready | undefined {
  if (!line.startsWith('{"ready":true')) return undefined;
  const { url, kubeconfig } = JSON.parse(line) as Ready;
  return { url, kubeconfig };
}
