"""One thing to try for each control of page "Train", for What's This."""

from PySide6.QtCore import QObject


class TrainHints(QObject):
    """By object name."""

    def all(self) -> dict[str, str]:
        """In the language in use."""
        return self._recipe() | self._run() | self._views() | self._design()

    def _recipe(self) -> dict[str, str]:
        return {
            "quickPreset": self.tr("Try: train it twice with different seeds: how far apart are the results?"),
            "standardPreset": self.tr("Try: compare it with Quick on your own drawings, under Networks."),
            "bestPreset": self.tr("Try: let it run while you go on drawing; nothing is lost."),
            "dataField": self.tr("Try: Fashion-MNIST, and see what the first kernels look for now."),
            "epochsField": self.tr("Try: 0.1, and see what a tenth of all digits already teaches."),
            "batch_sizeField": self.tr("Try: 16 and 1024: which curve is smoother, which is faster?"),
            "learning_rateField": self.tr("Try: ten times as much, and watch the loss jump."),
            "scheduleField": self.tr("Try: constant, and see whether the end is as calm."),
            "weight_decayField": self.tr("Try: 0, and compare the sizes of the weights under Layers."),
            "label_smoothingField": self.tr("Try: 0, and see how sure the network becomes."),
            "seedField": self.tr("Try: the same seed twice: the curves lie on one another."),
            "deviceField": self.tr("Try: automatic, unless you want to compare."),
            "startField": self.tr("Try: current weights with a low learning rate: a polish."),
            "augmentField": self.tr("Try: 0 and 1, then compare both on turned digits on page Evaluate."),
            "bendsCheck": self.tr("Try: without it, and draw a slanted digit afterwards."),
            "pensCheck": self.tr("Try: without it, and draw with the thickest brush."),
            "stylesCheck": self.tr("Try: without it, and draw a 7 with a bar."),
            "previewButton": self.tr("Try: change the strength while the window is open."),
            "previewBefore": self.tr("Try: find the same digit at the other side."),
            "previewAfter": self.tr("Try: find a digit that you would no longer read yourself."),
            "otherDigits": self.tr("Try: a few times, for the rare ones."),
            "closePreview": self.tr("Try: the key Esc does the same."),
        }

    def _run(self) -> dict[str, str]:
        rate = self.tr("Try: in the middle of a run, and watch the loss of the next steps.")
        return {
            "retrainButton": self.tr("Try: Quick first, it takes a second or two."),
            "pauseButton": self.tr("Try: pause, draw, and see what the half-trained network says."),
            "oneMoreEpochButton": self.tr("Try: at the end, if validation was still rising."),
            "cancelTrainingButton": self.tr("Try: Take weights first, if you want a step of this run."),
            "rateNowField": rate,
            "halveRate": rate,
            "doubleRate": rate,
            "openWeightsButton": self.tr("Try: a file that somebody else trained."),
            "saveWeightsButton": self.tr("Try: give the file to a friend, who opens it with Open."),
            "networksButton": self.tr("Try: choose two and compare them on one drawing."),
        }

    def _views(self) -> dict[str, str]:
        return {
            "logScaleButton": self.tr("Try: late in a run, when the curve looks flat."),
            "resetViewButton": self.tr("Try: zoom in with the wheel, then come back with it."),
            "drawButton": self.tr("Try: a digit that is often misread, then watch its ten probabilities here."),
            "stepPlot": self.tr("Try: click a step: the whole window goes back to it."),
            "timeMachineTab": self.tr("Try: slide to the first step: kernels by chance."),
            "healthCardTab": self.tr("Try: a far too high learning rate, and count the dead channels."),
            "timeSlider": self.tr("Try: find the first step at which your drawing was read right."),
            "replayButton": self.tr("Try: go to page Look inside while it plays."),
            "replaySpeed": self.tr("Try: slow, for the first steps, where most happens."),
            "nowButton": self.tr("Try: Home and End on the slider do much the same."),
            "takeStepButton": self.tr("Try: a step from the middle: how much worse is it?"),
            "trainingKernels": self.tr("Try: watch one kernel from the first step on as an edge forms in it."),
            "trainingMaps": self.tr("Try: at the first step all maps look alike. Why?"),
            "trainingImage": self.tr("Try: draw on the first page while a run goes on."),
        }

    def _design(self) -> dict[str, str]:
        return {
            "layerTable": self.tr("Try: stride 2 in the first layer: a quarter of the work in all that follow."),
            "addLayer": self.tr("Try: a third layer, and look at the receptive field."),
            "removeLayer": self.tr("Try: a single layer: how far does it get?"),
            "moveLayerUp": self.tr("Try: the wide layer first, and look at the multiply-adds."),
            "moveLayerDown": self.tr("Try: the wide layer last, and look at the parameters."),
            "undoDesign": self.tr("Try: change something wildly; this brings it back."),
            "redoDesign": self.tr("Try: go back and forth between two designs."),
            "designPresets": self.tr("Try: LeNet-5 of 1998, and train it for one epoch."),
            "copyCode": self.tr("Try: paste it into a file and run it where PyTorch is installed."),
        }
