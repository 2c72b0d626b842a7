import type { Capability } from './capabilities';
import type { Flags } from './command/flags';
import type { Context } from './home/context';
import type { Session } from './home/session';
import type { Host } from './host';
import type { Hub } from './hub/client';
import type { Printer } from './output/print';

/** The space that a command works in; `*` stands for all. */
export interface SelectedSpace {
  id: string;
  slug: string;
}

/** All that one command gets to work with. */
export interface Invocation {
  host: Host;
  args: string[];
  flags: Flags;
  capabilities: ReadonlySet<Capability>;
  print: Printer;
  hub: Hub;
  context: Context;
  session: Session;
  /** Set for commands of scope `space`. */
  space: SelectedSpace;
}
