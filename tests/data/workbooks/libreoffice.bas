Sub EditBeds
  Dim none(0) As New com.sun.star.beans.PropertyValue
  none(0).Name = "Hidden" : none(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(CurDir & "/sent.xlsx"), "_blank", 0, none())
  guide = book.Sheets.getByIndex(0)
  guide.unprotect("")
  For row = 0 To 40
    Select Case guide.getCellByPosition(1, row).String
      Case "職・氏名" : guide.getCellByPosition(2, row).String = "主査　神奈川 花子"
      Case "内線" : guide.getCellByPosition(2, row).String = "4867"
      Case "所属長確認" : guide.getCellByPosition(2, row).String = "済"
      Case "回答区分" : guide.getCellByPosition(2, row).String = "修正あり"
    End Select
  Next
  beds = book.Sheets.getByIndex(1)
  beds.unprotect("")
  beds.Name = "回答（病床）"
  ' Sorted by the count of R6.4.1, downwards; rows 6 to 14, columns A to J.
  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = 4 : fields(0).IsAscending = False
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields" : how(0).Value = fields()
  beds.getCellRangeByName("A6:J14").sort(how())
  ' A row above the table, and one between the areas.
  beds.Rows.insertByIndex(1, 1)
  beds.Rows.insertByIndex(10, 1)
  beds.getCellRangeByName("B11").String = "新しい圏域"
  beds.getCellRangeByName("E11").Value = 100
  For row = 6 To 16
    Select Case beds.getCellByPosition(1, row).String
      Case "横浜" : beds.getCellByPosition(4, row).Value = 23400
      Case "川崎北部" : beds.getCellByPosition(4, row).String = "4,113床"
      Case "川崎南部" : beds.getCellByPosition(4, row).Formula = "=4000+585"
      Case "相模原" : beds.getCellByPosition(4, row).String = ""
    End Select
  Next
  Dim out(0) As New com.sun.star.beans.PropertyValue
  out(0).Name = "FilterName" : out(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(CurDir & "/edited-libreoffice.xlsx"), out())
  book.close(True)
End Sub

Sub Dates
  Dim none(0) As New com.sun.star.beans.PropertyValue
  none(0).Name = "Hidden" : none(0).Value = True
  book = StarDesktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, none())
  sheet = book.Sheets.getByIndex(0)
  Dim where As New com.sun.star.lang.Locale
  where.Language = "ja" : where.Country = "JP"
  formats = Array("GE.M.D", "GGGE""年""M""月""D""日""", "E""年度""", "YYYY/M/D", "YYYY""年""M""月""", "H:MM", "0.0%", "#,##0""床""")
  values = Array(45383, 45383, 45383, 45383, 45383, 0.5, 0.744, 1601)
  For i = 0 To 7
    id = book.NumberFormats.queryKey(formats(i), where, False)
    If id = -1 Then id = book.NumberFormats.addNew(formats(i), where)
    cell = sheet.getCellByPosition(0, i)
    cell.Value = values(i)
    cell.NumberFormat = id
    sheet.getCellByPosition(1, i).String = formats(i)
  Next
  Dim out(0) As New com.sun.star.beans.PropertyValue
  out(0).Name = "FilterName" : out(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(CurDir & "/dates-libreoffice.xlsx"), out())
  book.close(True)
End Sub
