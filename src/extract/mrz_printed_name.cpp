#include "extract/mrz_printed_name.hpp"

#include <algorithm>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::extract {
namespace {

bool is_label(std::string_view han) {
  static constexpr std::string_view kLabels[] = {
      "姓名",     "性别",     "国籍",     "中国",   "护照",     "出生", "出生日期", "出生地点", "签发",
      "签发日期", "签发地点", "签发机关", "有效期", "有效期至", "类型", "国家码",   "护照号",   "护照号码",
      "持照人",   "中华人民", "签名",     "先生",   "女士",     "男",   "女",       "民族",     "住址"};
  return std::ranges::find(kLabels, han) != std::end(kLabels);
}

class PrintedNames {
 public:
  explicit PrintedNames(const model::Document& document) : document_(document) {}

  std::vector<model::Span> read() {
    for (const model::Part& part : document_.parts) {
      if (part.kind != model::PartKind::kImageRegion || part.span.end > document_.text.size() ||
          part.span.begin > part.span.end)
        continue;
      label_reach_ = std::min(label_reach_, std::size_t{3});
      read_printed(part.span);
    }
    return std::move(found_);
  }

 private:
  // Two to four Hanzi in a run of their own, after a label 姓名 or Name in the lines just before.
  void read_printed(model::Span span) {
    const std::string_view region = model::text_at(document_, span);
    for (std::size_t begin = 0; begin < region.size();) {
      const std::size_t end = std::min(region.find('\n', begin), region.size());
      read_printed_line(region.substr(begin, end - begin), span.begin + begin);
      begin = end + 1;
    }
  }
  void read_printed_line(std::string_view line, std::size_t offset) {
    std::size_t from = 0;
    const std::size_t han_label = line.find("姓名");
    const std::string lowered = text::lower(line);
    if (han_label != std::string_view::npos) {
      from = han_label + std::string_view("姓名").size();
      label_reach_ = 3;
    } else if (lowered.find("name") != std::string::npos) {
      label_reach_ = 3;
    }
    if (label_reach_ == 0) return;
    --label_reach_;
    add_hanzi(line, from, offset);
  }
  void add_hanzi(std::string_view line, std::size_t from, std::size_t offset) {
    std::size_t begin = from;
    std::size_t count = 0;
    for (std::size_t at = from; at <= line.size();) {
      std::size_t next = at;
      const bool han =
          at < line.size() && text::script_of(text::next_codepoint(line, next)) == text::Script::kHan;
      if (han) {
        if (count++ == 0) begin = at;
        at = next;
        continue;
      }
      if (count >= 2 && count <= 4 && !is_label(line.substr(begin, at - begin))) {
        const auto first = static_cast<std::uint32_t>(offset + begin);
        found_.push_back({first, static_cast<std::uint32_t>(offset + at)});
        label_reach_ = 0;
        return;
      }
      count = 0;
      at = std::max(next, at + 1);
    }
  }

  const model::Document& document_;
  std::vector<model::Span> found_;
  std::size_t label_reach_ = 0;  // lines that a name's label still speaks for
};

}  // namespace

std::vector<model::Span> printed_hanzi_names(const model::Document& document) {
  return PrintedNames(document).read();
}

}  // namespace muster::extract
