import { isResultKnown } from '../../../shared/domain/interview/interview-rules';
import { changesForPerson } from '../../../shared/domain/staff/evaluator-changes';
import {
  buildBlankEvaluationSheetModel,
  buildEvaluationSheetModel,
} from '../../../shared/print/build-evaluation-sheet-model';
import type { EvaluationSheetModel } from '../../../shared/print/evaluation-sheet-model';
import type { PaperStyle } from '../../../shared/print/paper-style';
import type { SheetView } from '../../data/queries';
import type { Store } from '../../data/store';
import { localNow } from '../../platform/local-time';
import { soundGoalFacts } from './sheet-plan';

/** The paper of a sheet for whoever has it open: only what she may read is in the view. */
export function sheetPaperModel(
  store: Store,
  view: SheetView,
  style: PaperStyle,
): EvaluationSheetModel {
  const { sheet, form, period, settlements } = view;
  const made = {
    sheet,
    form,
    period,
    settlements,
    printedAt: localNow(),
    sample: store.dataSet === 'sample',
  };
  if (style === 'blank') return buildBlankEvaluationSheetModel(made);
  const { entries, readable, changes } = view;
  const goalFacts = soundGoalFacts(view);
  return buildEvaluationSheetModel({
    ...made,
    entries,
    readable,
    shared: view.access.sharedRemark.reads,
    // From 開示 on the paper is one that the person may be given.
    changes: isResultKnown(sheet) ? changesForPerson(changes, sheet) : changes,
    goalFacts,
    layout: style,
  });
}
