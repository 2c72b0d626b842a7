import type { HubEvent } from './messages';

const prefix = 'data: ';

/**
 * The events in the body of the worker stream. Only lines that begin with `data: ` count, each holds one JSON object;
 * a line that is no JSON is passed to `malformed` and skipped. Ends when the body ends, also when it is cut.
 */
export async function* eventsOf<Event = HubEvent>(
  body: AsyncIterable<Buffer>,
  malformed: (line: string) => void,
): AsyncGenerator<Event> {
  for await (const line of linesOf(body)) {
    if (!line.startsWith(prefix)) continue;
    const event = parse<Event>(line.slice(prefix.length));
    if (event) yield event;
    else malformed(line);
  }
}

async function* linesOf(body: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function parse<Event>(json: string): Event | undefined {
  try {
    return JSON.parse(json) as Event;
  } catch {
    return undefined;
  }
}
