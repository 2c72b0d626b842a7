export { compileContains } from './contains';
export { compileWhereData } from './data';
export { compileWhere } from './metadata';
export { type EntityKind, type ExtendedRow, QueryError } from './model';
