// SPDX-License-Identifier: EUPL-1.2
#include "platform/qr/qr.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include "platform/base/process.hpp"

namespace kring::qr {
namespace {

// Draws the path as a portable bitmap, eight dots a module: "Mx yhWv1h-Wz" again and again.
std::string drawn(const Code& code) {
    const std::size_t side = static_cast<std::size_t>(code.size) * 8;
    std::string dots(side * side, '0');
    int x = 0;
    int y = 0;
    int width = 0;
    int used = 0;
    const char* at = code.path.c_str();
    while (std::sscanf(at, "M%d %dh%dv1h-%*dz%n", &x, &y, &width, &used) == 3) {
        for (int row = y * 8; row < (y + 1) * 8; ++row)
            for (int column = x * 8; column < (x + width) * 8; ++column)
                dots[static_cast<std::size_t>(row) * side + static_cast<std::size_t>(column)] = '1';
        at += used;
    }
    EXPECT_EQ(*at, '\0') << "all of the path was drawn";
    std::string picture = "P1\n" + std::to_string(side) + " " + std::to_string(side) + "\n";
    for (std::size_t dot = 0; dot < dots.size(); ++dot) picture += {dots[dot], dot % 32 == 31 ? '\n' : ' '};
    return picture;
}

TEST(Qr, a_reader_by_somebody_else_reads_back_what_was_written) {
    const std::vector<std::string> texts = {"x", "https://kring.example/i/#7K3QF9D2WXABCDEFGHJKMNPQRS",
                                            std::string(800, 'q')};
    for (const std::string& text : texts) {
        const ScratchFolder folder;
        write_file(folder.path() + "/it.pbm", drawn(code_of(text)));
        const Finished read = run_program({"zbarimg", "--quiet", "--raw", "it.pbm"}, folder.path(), 60);
        EXPECT_EQ(read.exit_code, 0) << read.errors;
        EXPECT_EQ(read.output, text + "\n");
    }
}

TEST(Qr, nothing_and_too_much_are_refused) {
    EXPECT_THROW(code_of(""), std::runtime_error);
    EXPECT_THROW(code_of(std::string(3000, 'q')), std::runtime_error);
}

}  // namespace
}  // namespace kring::qr
