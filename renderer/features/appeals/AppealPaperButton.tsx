import { safeFileName } from '../../../shared/domain/text/safe-file-name';
import type { AppealPaperModel } from '../../../shared/print/office-paper-model';
import { problemOf } from '../../platform/problem';
import { type PaperOutcome, savePaper, showSaved } from '../../platform/save-paper';
import { notifyProblem } from '../../state/notifications';
import { flushAll } from '../../state/save-state';
import { PaperButton } from '../../ui/PaperButton';

type AppealPaperButtonProps = {
  label: string;
  /** Made anew from what is stored, after everything typed is. */
  make: () => Promise<AppealPaperModel>;
};

/** One of the papers of an appeal, into a file. */
export function AppealPaperButton({ label, make }: AppealPaperButtonProps) {
  async function save(missingAllowed: boolean): Promise<PaperOutcome> {
    if (!(await flushAll())) return { kind: 'cancelled' };
    try {
      const model = await make();
      const name = `${model.title}_${model.personName.replace(/\s/gu, '')}`;
      const paper = { purpose: 'appeal' as const, suggestedName: safeFileName(name), model };
      return await savePaper(paper, missingAllowed);
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
