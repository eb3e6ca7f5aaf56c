// A number that follows the model's advice until the designer touches it.
#pragma once

#include <QSignalBlocker>
#include <QString>
#include <functional>

#include "core/generation/request.h"

namespace tilewright::ui {

struct FollowedValue {
    QString key; ///< under which it is remembered
    std::function<double()> value;
    std::function<void(double)> show; ///< without a signal
    std::function<double(const GenerationRequest&)> in; ///< what it is in a request
    bool isTouched = false;

    /// `member` of the request is the number of the box, which calls `touched` when it is changed.
    template <typename Box, typename Number, typename Touched>
    static FollowedValue of(
        const QString& key, Box* box, Number GenerationRequest::*member, Touched touched)
    {
        QObject::connect(box, &Box::valueChanged, box, [key, touched] { touched(key); });
        return {key, [box] { return static_cast<double>(box->value()); },
            [box](double number) {
                const QSignalBlocker blocker(box);
                box->setValue(static_cast<Number>(number));
            },
            [member](
                const GenerationRequest& request) { return static_cast<double>(request.*member); }};
    }

    void follow(const GenerationRequest& advised)
    {
        if (!isTouched)
            show(in(advised));
    }

    /// As it was in a request; it counts as touched where that differs from the advice.
    void take(const GenerationRequest& request, const GenerationRequest& advised)
    {
        show(in(advised));
        const double advice = value(); // as the field rounds it
        show(in(request));
        isTouched = value() != advice;
    }
};

} // namespace tilewright::ui
