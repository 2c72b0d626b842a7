/** Expands `$(NAME)` from variables defined before; an unknown one stays as it is, `$$` stands for one `$`. */
export function expand(text: string, variables: Record<string, string>): string {
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (found, name?: string) => {
    return name === undefined ? '$' : (variables[name] ?? found);
  });
}
