/** A text as part of an address: `features/stage-1.feature` becomes `stage-1`, `EU keeps 5` becomes `eu-keeps-5`. */
export function slugOf(text: string): string {
  return text
    .replace(/^.*\/|\.feature$/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Gives each slug once: a second `a` becomes `a-2`. */
export function uniqueSlugs(): (slug: string) => string {
  const given = new Map<string, number>();
  return (slug) => {
    const times = (given.get(slug) ?? 0) + 1;
    given.set(slug, times);
    return times === 1 ? slug : `${slug}-${times}`;
  };
}
