import { PaperFileButton, type PaperFileButtonProps } from '../../common/PaperFileButton';

/** One of the papers of training, into a file. */
export function TrainingPaperButton(paper: Pick<PaperFileButtonProps, 'label' | 'make'>) {
  return <PaperFileButton purpose="training" {...paper} />;
}
