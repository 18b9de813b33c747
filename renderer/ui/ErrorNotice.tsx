import type { ReactNode } from 'react';
import { Notice } from './Notice';

type ErrorNoticeProps = {
  problem: { title: string; code: string; detail: string; next: string };
  actions?: ReactNode;
  onClose?: () => void;
  className?: string;
};

/** A failure: what happened, where, what to do next, and the number to read out. */
export function ErrorNotice({ problem, ...notice }: ErrorNoticeProps) {
  return (
    <Notice tone="error" title={problem.title} code={problem.code} {...notice}>
      {problem.detail !== '' && <p className="whitespace-pre-wrap">{problem.detail}</p>}
      <p>{problem.next}</p>
    </Notice>
  );
}
