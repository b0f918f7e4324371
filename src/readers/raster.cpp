#include "readers/raster.hpp"

#include <jpeglib.h>
#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstdio>

namespace muster::readers {
namespace {

constexpr std::uint64_t kMostPixels = 60'000'000;
constexpr const char* kRemedy = "the picture is cut off or damaged: get it again, or save it anew as PNG";

bool is_too_large(std::uint64_t width, std::uint64_t height) {
  return width == 0 || height == 0 || width > kMostPixels || height > kMostPixels / width;
}

base::Result<Grey> too_large() {
  return base::fail("the picture has more than 60 million pixels", "",
                    "save it smaller; 300 dots an inch are enough");
}

struct JpegFailure {
  jpeg_error_mgr manager;
  std::jmp_buf escape;
};

void leave_jpeg(j_common_ptr info) {
  std::longjmp(reinterpret_cast<JpegFailure*>(info->err)->escape, 1);
}
void keep_silent(j_common_ptr) {}

enum class JpegEnd { kFine, kBroken, kTooLarge };

// longjmp passes over this frame: nothing here may need a destructor.
JpegEnd decode_rows(std::string_view bytes, jpeg_decompress_struct& info, JpegFailure& failure, Grey& grey,
                    bool& cut_off) {
  if (setjmp(failure.escape) != 0) return JpegEnd::kBroken;
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&info, TRUE);
  if (is_too_large(info.image_width, info.image_height)) return JpegEnd::kTooLarge;
  info.out_color_space = JCS_GRAYSCALE;
  jpeg_start_decompress(&info);
  grey.width = static_cast<int>(info.output_width);
  grey.height = static_cast<int>(info.output_height);
  grey.pixels.assign(static_cast<std::size_t>(info.output_width) * info.output_height, 255);
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = grey.pixels.data() + static_cast<std::size_t>(info.output_scanline) * info.output_width;
    jpeg_read_scanlines(&info, &row, 1);
  }
  jpeg_finish_decompress(&info);
  cut_off = info.err->num_warnings > 0;
  return JpegEnd::kFine;
}

}  // namespace

base::Result<Grey> decode_png(std::string_view bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0)
    return base::fail(std::string("the PNG cannot be read: ") + image.message, "", kRemedy);
  if (is_too_large(image.width, image.height)) {
    png_image_free(&image);
    return too_large();
  }
  image.format =
      PNG_FORMAT_RGB;  // PNG_FORMAT_GRAY would mix the colours as linear light, which tesseract reads worse
  std::vector<std::uint8_t> colours(PNG_IMAGE_SIZE(image));
  const png_color white{255, 255, 255};
  if (png_image_finish_read(&image, &white, colours.data(), 0, nullptr) == 0) {
    return base::fail(std::string("the PNG cannot be read: ") + image.message, "", kRemedy);
  }
  Grey grey{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  grey.pixels.reserve(colours.size() / 3);
  for (std::size_t i = 0; i + 2 < colours.size(); i += 3) {
    grey.pixels.push_back(static_cast<std::uint8_t>(
        (299 * colours[i] + 587 * colours[i + 1] + 114 * colours[i + 2] + 500) / 1000));
  }
  return grey;
}

base::Result<Grey> decode_jpeg(std::string_view bytes) {
  jpeg_decompress_struct info{};
  JpegFailure failure{};
  info.err = jpeg_std_error(&failure.manager);
  failure.manager.error_exit = leave_jpeg;
  failure.manager.output_message = keep_silent;
  Grey grey;
  bool cut_off = false;
  const JpegEnd end = decode_rows(bytes, info, failure, grey, cut_off);
  jpeg_destroy_decompress(&info);
  if (end == JpegEnd::kTooLarge) return too_large();
  if (end == JpegEnd::kBroken || grey.pixels.empty())
    return base::fail("the JPEG cannot be read", "", kRemedy);
  return grey;
}

Grey cut_rows(const Grey& picture, int top, int bottom, int shrink) {
  Grey out;
  out.width = picture.width / shrink;
  out.height = std::max(0, bottom - top) / shrink;
  out.pixels.reserve(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      int sum = 0;
      for (int dy = 0; dy < shrink; ++dy) {
        for (int dx = 0; dx < shrink; ++dx) sum += picture.at(x * shrink + dx, top + y * shrink + dy);
      }
      out.pixels.push_back(static_cast<std::uint8_t>(sum / (shrink * shrink)));
    }
  }
  return out;
}

std::string to_pgm(const Grey& picture) {
  std::string pgm = "P5\n" + std::to_string(picture.width) + " " + std::to_string(picture.height) + "\n255\n";
  pgm.append(reinterpret_cast<const char*>(picture.pixels.data()), picture.pixels.size());
  return pgm;
}

}  // namespace muster::readers
