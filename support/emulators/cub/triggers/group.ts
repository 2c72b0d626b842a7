import { flag } from '../command/standard';
import { entityGroup } from '../entities/group';

export const group = entityGroup({
  noun: 'trigger',
  title: 'Trigger',
  createUse: '[<slug> <event> <config type> <function> [<arg1> ...]]',
  fields: [
    flag.bool('disable', 'disable trigger'),
    flag.bool('enable', 'enable trigger'),
    flag.bool('enforce', 'enforce trigger'),
    flag.bool('unenforce', 'unenforce trigger'),
    flag.bool('warn', 'let the trigger leave warnings instead of gates', { needs: 'warn' }),
    flag.bool('unwarn', 'let the trigger leave gates again', { needs: 'warn' }),
    flag.string('worker', 'worker to execute the trigger function'),
  ],
  load: (action) => (require('./commands') as typeof import('./commands')).commands[action],
});
