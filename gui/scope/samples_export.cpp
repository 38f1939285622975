// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scope/samples_export.hpp"

#include <utility>

namespace meter::gui {

sim::Result<void> exportSamples(const sim::live::WaveformStretch& stretch,
                                const sim::Installation& installation,
                                sim::WaveformTitle title,
                                const std::filesystem::path& file) {
    title.ptRating = installation.ptRating;
    title.ctRatingA = installation.ctRatingA;
    const sim::WaveformRequest request = {
        .file = file, .form = sim::WaveformForm::Float32, .from = stretch.first, .length = {}};
    sim::Result<sim::WaveformFile> out = sim::WaveformFile::create(request, title, stretch.end());
    if (!out) {
        return std::unexpected(out.error());
    }
    out->take(stretch.first, stretch.frames, installation);
    return out->close();
}

} // namespace meter::gui
