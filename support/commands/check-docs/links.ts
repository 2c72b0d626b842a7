import type { Document, Finding } from './finding';

/** The project as documents speak of it. */
export interface Project {
  /** Whether a path, relative to the project's folder, is there. */
  exists(path: string): boolean;
  /** The headings of a Markdown file as addresses (`where-to-change-what`). */
  anchors(path: string): readonly string[];
  scripts: readonly string[];
}

const LINK = /\]\(([^)\s]+)\)/g;
const SCRIPT = /npm (?:run (?:--silent |-s )?([\w:-]+)|(test|start)\b)/g;

/** Links that lead nowhere and npm scripts that do not exist. */
export function findingsIn({ path, text }: Document, project: Project): Finding[] {
  return text.split('\n').flatMap((content, index) => {
    const links = [...content.matchAll(LINK)].map((match) => linkProblem(path, match[1] ?? '', project));
    const scripts = [...content.matchAll(SCRIPT)].map((match) =>
      scriptProblem(match[1] ?? match[2] ?? '', project),
    );
    return [...links, ...scripts].flatMap((what) => (what ? [{ path, line: index + 1, what }] : []));
  });
}

function linkProblem(from: string, link: string, project: Project): string | undefined {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? from : resolved(from, file);
  if (!project.exists(target)) return `the link ${link} leads to ${target}, which does not exist`;
  if (anchor && target.endsWith('.md') && !project.anchors(target).includes(anchor))
    return `the link ${link} names a heading that ${target} does not have`;
  return undefined;
}

function scriptProblem(script: string, project: Project): string | undefined {
  return project.scripts.includes(script) ? undefined : `npm has no script "${script}" here`;
}

function resolved(from: string, link: string): string {
  return new URL(link, `file:///${from}`).pathname.slice(1);
}

/** A heading as the address that GitHub gives it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
