import { safeFileName } from '../../shared/domain/text/safe-file-name';
import type { Purpose } from '../../shared/ipc/contract';
import type { OfficePaperModel } from '../../shared/print/office-paper-model';
import { problemOf } from '../platform/problem';
import { type PaperOutcome, savePaper, showSaved } from '../platform/save-paper';
import { notifyProblem } from '../state/notifications';
import { flushAll } from '../state/save-state';
import { PaperButton } from '../ui/PaperButton';

export type PaperFileButtonProps = {
  label: string;
  purpose: Purpose;
  /** Made anew from what is stored, after everything typed is; null when it is gone. */
  make: () => Promise<OfficePaperModel | null>;
  /** For the file's name, where a person has several papers of one title. */
  day?: string;
};

/** A paper of an office, into a file. */
export function PaperFileButton({ label, purpose, make, day }: PaperFileButtonProps) {
  async function save(missingAllowed: boolean): Promise<PaperOutcome> {
    if (!(await flushAll())) return { kind: 'cancelled' };
    try {
      const model = await make();
      if (model === null) return { kind: 'cancelled' };
      const person = model.personName.replace(/\s/gu, '');
      const name = [model.title, ...(day === undefined ? [] : [day]), person].join('_');
      return await savePaper({ purpose, suggestedName: safeFileName(name), model }, missingAllowed);
    } catch (error) {
      return { kind: 'failed', problem: problemOf(error) };
    }
  }
  return (
    <PaperButton
      label={label}
      onSave={save}
      onShow={(file, what) => {
        showSaved(file, what).catch((error: unknown) => notifyProblem(problemOf(error)));
      }}
    />
  );
}
