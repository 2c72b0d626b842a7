import { setComment } from '../config-data/comments';
import { resolvePath } from '../config-data/resolve-path';
import { isOfType } from '../where/data';
import { type FunctionDefinition, FunctionError, mutating, parameter } from './definition';

/** Sets the comment behind the values at a path. */
export const setPathComment: FunctionDefinition = mutating(
  'set-path-comment',
  {
    description: 'Set the comment of the specified attribute path',
    parameters: [
      parameter('resource-type', 'Resource type ([Group/]Version/Kind) of the attribute to comment'),
      parameter('path', 'Path of the attribute to comment'),
      parameter('comment', 'Comment to attach to the attribute'),
    ],
  },
  ({ args: [type, path, comment], resources, file }) => {
    if (/[\r\n]/.test(String(comment)))
      throw new FunctionError('a comment behind a value is one line, without line breaks');
    for (const resource of resources.filter((candidate) => isOfType(candidate, String(type)))) {
      for (const { entry, parent } of resolvePath(resource.root, String(path))) {
        if (parent.flow === undefined) setComment(entry, String(comment).replace(/^#\s*/, ''), file);
      }
    }
  },
);
