import type { ContainerAnswer, Image, Program, ProgramContext } from './model';
import { isReleasedTag } from './tags';

/** The settings that `/config` repeats, never the whole environment. */
const TOLD = [
  'SERVICE_NAME',
  'MARKET_DATA_SOURCE',
  'REFERENCE_DATA_URL',
  'TRADING_ALGORITHM',
  'CIRCUIT_BREAKER',
];

const PORTS = new Map([
  ['reference-data', [8080]],
  ['trade-service', [18092, 9090]],
]);

const STOCKS = [{ ticker: 'IBM', companyName: 'International Business Machines' }];

/**
 * TraderX's reference-data and trade-service, as far as the tutorial asks them: health, and the settings that they were
 * given. Which of the two it is, `SERVICE_NAME` tells, which each image sets to its own name; given another, it ends.
 */
const traderx: Program = (context) => {
  const environment = { SERVICE_NAME: ownName(context.image), ...context.environment };
  const service = environment.SERVICE_NAME;
  const ports = PORTS.get(service);
  if (!ports) {
    tell(context, `SERVICE_NAME is ${JSON.stringify(service)}, want reference-data or trade-service`);
    context.exit(1);
    return { listens: [], answer: notFound, stop: async () => undefined };
  }
  const config = settings(environment);
  tell(
    context,
    `${service} listens on ${ports.map((port) => `:${port}`).join(', ')}; settings: ${JSON.stringify(config)}`,
  );
  const pages = new Map<string, unknown>([
    ['/actuator/health', { status: 'UP' }],
    ['/config', config],
    ...(service === 'reference-data' ? [['/stocks', STOCKS] as const] : []),
  ]);
  return {
    listens: ports,
    answer: ({ path }) => (pages.has(path) ? json(pages.get(path)) : notFound()),
    stop: async () => undefined,
  };
};

/** Both services of TraderX; a digest counts as released. */
export const traderxImages: Image = {
  isRepository: (repository) => /^ghcr\.io\/finos\/traderx\/(reference-data|trade-service)$/.test(repository),
  hasTag: isReleasedTag,
  program: traderx,
};

function ownName(image: string): string {
  return /(reference-data|trade-service)/.exec(image)?.[1] ?? '';
}

function settings(environment: Record<string, string>): Record<string, string> {
  const told = TOLD.flatMap((name) =>
    name in environment ? [[name, environment[name] ?? ''] as const] : [],
  );
  return Object.fromEntries(told.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function tell({ log, now }: ProgramContext, line: string): void {
  log(`${now().toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ')} ${line}`);
}

/** JSON as Go's encoder writes it: one line, with the characters of HTML escaped. */
function json(value: unknown): ContainerAnswer {
  const escaped = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return { status: 200, headers: { 'Content-Type': 'application/json' }, body: `${escaped}\n` };
}

function notFound(): ContainerAnswer {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };
  return { status: 404, headers, body: '404 page not found\n' };
}
