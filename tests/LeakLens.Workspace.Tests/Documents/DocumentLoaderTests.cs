using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.Documents;

public sealed class DocumentLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_text_is_read_as_it_is() => Check("x = 'ä😀'\r\n"u8.ToArray(), "x = 'ä😀'\r\n");

    [Fact]
    public void An_empty_file_is_an_empty_text() => Check([], "");

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() => Check([0xEF, 0xBB, 0xBF, .. "x"u8], "x");

    [Fact]
    public void A_zero_byte_is_refused_with_its_place() => CheckRefused([.. "ab"u8, 0, .. "c"u8], "zero byte at offset 2");

    [Fact]
    public void Invalid_utf8_is_refused_with_its_place() => CheckRefused([.. "ab\n"u8, 0xFF, .. "c"u8], "byte 3 cannot be decoded as utf-8");

    [Fact]
    public void A_declared_encoding_is_honoured() => Check([.. "# -*- coding: latin-1 -*-\nx = '"u8, 0xE9, .. "'\n"u8], "# -*- coding: latin-1 -*-\nx = 'é'\n");

    [Fact]
    public void An_unknown_encoding_is_named() => CheckRefused("# coding: klingon\n"u8.ToArray(), "unknown encoding: klingon");

    [Fact]
    public void A_file_that_is_gone_is_named_so() =>
        Should.Throw<DocumentException>(() => DocumentLoader.ReadBytes(new ScanSource("x.py", _folder.Combine("x.py"), IsNamed: true))).Message.ShouldBe("no such file or folder");

    [Fact]
    public void A_file_that_is_too_large_is_refused_unread()
    {
        using (var file = File.Create(_folder.Combine("big.py")))
        {
            file.SetLength(DocumentLoader.MostBytes + 1L);
        }

        Should.Throw<DocumentException>(() => DocumentLoader.ReadBytes(new ScanSource("big.py", _folder.Combine("big.py"), IsNamed: true))).Message.ShouldBe("larger than 32 MiB");
    }

    [Fact]
    public void An_endless_stream_is_refused() => Should.Throw<DocumentException>(() => DocumentLoader.ReadStream(new EndlessStream()));

    [Fact]
    public void A_pipe_in_a_folder_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // /dev/null says that it is empty, as a pipe does.
        DocumentLoader.ReadBytes(new ScanSource("x.py", "/dev/null", IsNamed: false)).ShouldBeEmpty();
    }

    private void Check(byte[] bytes, string expected) => DocumentLoader.Decode(Read(bytes)).Text.ShouldBe(expected);

    private void CheckRefused(byte[] bytes, string expected) =>
        Should.Throw<DocumentException>(() => DocumentLoader.Decode(Read(bytes))).Message.ShouldContain(expected);

    private byte[] Read(byte[] bytes) => DocumentLoader.ReadBytes(new ScanSource("x.py", _folder.Write("x.py", bytes), IsNamed: true));
}
