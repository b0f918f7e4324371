// What the endings of a Russian or Ukrainian word tell without a dictionary: is it a verb that may head a
// clause, an infinitive, a participle? For words of running text in lower case; a wrong guess only moves the
// edge of a phrase.
#pragma once

#include <string_view>

namespace muster::extract {

[[nodiscard]] bool is_slavic_infinitive(std::string_view word);  // "обжаловать", "оскаржити"
[[nodiscard]] bool is_slavic_participle(std::string_view word);  // "попросивший", "обізнаний"
[[nodiscard]] bool is_slavic_finite(std::string_view word);      // "викликало", "подозревают"
// "сообщается", "повідомлено": said by nobody in particular.
[[nodiscard]] bool is_impersonal(std::string_view word);
// "обвиняют", "сообщили": may stand without a subject.
[[nodiscard]] bool is_slavic_plural_verb(std::string_view word);
// Past or present of the same number and gender, by the last letters: "викликало" and "вимагало".
[[nodiscard]] bool agree(std::string_view verb, std::string_view other);
// An adjective in an oblique case: "предварительным", "попередніми".
[[nodiscard]] bool is_oblique_adjective(std::string_view word);
// May be the object of a verb as it stands: "Ваничкина", "её".
[[nodiscard]] bool looks_accusative(std::string_view word);

}  // namespace muster::extract
