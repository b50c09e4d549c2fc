using CarNkMonitor.Monitoring.Alerts;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

public class ReplyParserTests
{
    [Theory]
    [InlineData("A4821")]
    [InlineData("a4821")]
    [InlineData(" A 4821 \n")]
    [InlineData("A4821.")]
    [InlineData("\"A4821\"")]
    [InlineData("“A4821”")]
    [InlineData("ACK 4821")]
    [InlineData("ack4821")]
    [InlineData("Ａ４８２１")]
    [InlineData("A４８２１")]
    [InlineData("收到4821")]
    [InlineData("收到 4821。")]
    [InlineData("「收到４８２１」")]
    public void Accept_with_a_code(string body) => Assert.Equal(new Reply.Accept("4821"), ReplyParser.Read(body));

    [Theory]
    [InlineData("A")]
    [InlineData("a ")]
    [InlineData("ACK")]
    [InlineData("收到")]
    public void Accept_without_a_code(string body) => Assert.Equal(new Reply.Accept(null), ReplyParser.Read(body));

    [Theory]
    [InlineData("E4821")]
    [InlineData("e 4821")]
    [InlineData("Ｅ４８２１")]
    public void Pass_on(string body) => Assert.Equal(new Reply.PassOn("4821"), ReplyParser.Read(body));

    [Fact]
    public void Not_me() => Assert.Equal(new Reply.NotMe("0007"), ReplyParser.Read("n 0007"));

    [Theory]
    [InlineData("STOP")]
    [InlineData("stopall")]
    [InlineData(" Unsubscribe ")]
    [InlineData("CANCEL")]
    [InlineData("end")]
    [InlineData("QUIT")]
    public void Stop_words(string body) => Assert.IsType<Reply.Stop>(ReplyParser.Read(body));

    [Theory]
    [InlineData("START")]
    [InlineData("yes")]
    [InlineData("UNSTOP")]
    public void Start_words(string body) => Assert.IsType<Reply.Start>(ReplyParser.Read(body));

    [Theory]
    [InlineData("HELP")]
    [InlineData("info")]
    public void Help_words(string body) => Assert.IsType<Reply.Help>(ReplyParser.Read(body));

    [Theory]
    [InlineData("")]
    [InlineData("E")]
    [InlineData("N")]
    [InlineData("4821")]
    [InlineData("A482")]
    [InlineData("A48210")]
    [InlineData("B4821")]
    [InlineData("OK A4821")]
    [InlineData("A4821 E4821")]
    [InlineData("A-4821")]
    [InlineData("A４８２")]
    [InlineData("Liked “CNK URGENT K7Q4: CRS grade 2. Reply A4821”")]
    [InlineData("A४८२१")]
    public void Anything_else_is_not_guessed(string body) => Assert.IsType<Reply.Unreadable>(ReplyParser.Read(body));
}
